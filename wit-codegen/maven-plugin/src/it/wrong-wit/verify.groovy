def log = new File(basedir, 'build.log').text
def lines = log.readLines()
int source = lines.findIndexOf { it.contains('export process: func(payload: lsit)') }
assert log.contains('world.wit:5:33')
assert source >= 0

// The caret is below the unknown name.
int column = lines[source].indexOf('lsit')
assert lines[source + 1].charAt(column) == '^'

// The WIT is wrong, and nothing else: no stack trace, no words about Maven's plugins.
assert log.contains('MojoFailureException')
assert !log.contains('\tat ')
assert !log.contains('    at ')
assert !new File(basedir, 'target/maven-status/switchblade-maven-plugin').exists()
