package dev.switchblade.internal.value;

/** The names of the fields of a record type, which all records share that one codec reads. */
@SuppressWarnings("ArrayRecordComponent") // shared, which is the point
public record FieldNames(String[] names) {}
