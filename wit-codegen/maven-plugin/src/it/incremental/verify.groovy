def log = new File(basedir, 'build.log').text
def count = { String text -> log.split(java.util.regex.Pattern.quote(text), -1).length - 1 }
assert count('BUILD SUCCESS') == 3
assert count('Up to date: ') == 1
assert count('dev.switchblade.codegen.Bindgen ') == 2
assert count('[INFO] Generated ') == 2

def sources = new File(basedir, 'target/generated-sources/switchblade/com/example')
assert new File(sources, 'renamed/DataProcessor.java').isFile()
assert !new File(sources, 'processor/DataProcessor.java').exists()
