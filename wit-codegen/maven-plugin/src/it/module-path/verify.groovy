def log = new File(basedir, 'build.log').text
assert log.contains('module com.example.app')
assert log.contains('library dev.switchblade')
assert log.contains('guest: ')
assert log.contains('5 bytes back')
assert log.contains('6 bytes seen')
// Native access is granted to the modules that need it, and to no others.
assert !log.contains('WARNING: A restricted method')
