/**
 * Nothing. A jar without a descriptor would have a name that is none, since it holds the word
 * {@code native}.
 */
module dev.switchblade.natives.detected {}
