package dev.switchblade;

/** The names of the fields of a record type, which all records share that one codec reads. */
@SuppressWarnings("ArrayRecordComponent") // shared, which is the point
record FieldNames(String[] names) {}
