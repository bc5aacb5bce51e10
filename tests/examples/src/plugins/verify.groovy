def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 7, Failures: 0, Errors: 0, Skipped: 0')
// The whole output, as the README shows it.
def shown = (new File(basedir, 'README.md').text =~ /(?s)```\n(greeter for ada.*?)```/)[0][1]
assert log.contains(shown)
