def log = new File(basedir, 'build.log').text
assert log.contains('guest: an item is rung up')
assert log.contains('total: 2598')
assert log.contains('share: 1299')
assert log.contains('trap: INTEGER_DIVISION_BY_ZERO')
// Native access is allowed, on the JVM and in the executable.
assert !log.contains('WARNING: A restricted method')

def executable = ['till', 'till.exe'].any { new File(basedir, "target/$it").exists() }
assert log.contains('runs on Substrate VM') == executable
