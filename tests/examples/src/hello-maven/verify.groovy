def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('guest: Processing encrypted payload: 5 bytes')
assert log.contains('back: 979a939390')
// Native access is allowed where the tests run, and where the program does.
assert !log.contains('WARNING: A restricted method')
