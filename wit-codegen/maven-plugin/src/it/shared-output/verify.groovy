def log = new File(basedir, 'build.log').text
assert log.contains('The executions "first" and "second" would delete each other\'s files in ')
assert log.contains('<outputDirectory>')
assert !log.contains('\tat ')
