def log = new File(basedir, 'build.log').text
assert log.contains('guest: ')
assert log.contains('5 bytes back')

// Whatever Java Maven runs on, its toolchain compiled: a class file's version is at byte 6.
def generated = new File(basedir, 'target/classes/cyber/core/DataProcessor.class')
assert generated.withDataInputStream { it.skipBytes(6); it.readUnsignedShort() } == 69
