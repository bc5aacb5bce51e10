import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
def jdk = (log =~ /Toolchain in maven-\S+: JDK\[(.*)\]/)[0][1]
def jar = new File(basedir, 'target/program.jar')
def cache = new File(basedir, 'target/natives')
cache.deleteDir()

// Of each platform the library and its SHA-256.
def entries = new ZipFile(jar).withCloseable { it.entries().collect { entry -> entry.name } }
def natives = entries.findAll { it ==~ 'META-INF/native/[^/]+/[^/]+' }
assert natives.size() == 14
assert natives.findAll { it.startsWith("META-INF/native/$platform/") }.size() == 2

/** Starts the jar with options, and returns what it printed. */
def run = { int exitCode, List options ->
    def command = ["$jdk/bin/java", "-Dswitchblade.native.cache=$cache", *options, '-jar', jar, '40', '2']
    def process = new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true).start()
    def output = process.inputStream.getText('UTF-8')
    assert process.waitFor() == exitCode : output
    return output
}

// That of this platform is chosen: the others hold none.
assert run(0, []).startsWith('42 by unnamed module')

// And on another one the other: it is unpacked, and the system's loader refuses it.
def other = platform == 'macos-aarch64' ? 'linux-aarch64' : 'macos-aarch64'
def name = other == 'macos-aarch64' ? 'Mac OS X' : 'Linux'
def message = run(1, ["-Dos.name=$name", '-Dos.arch=aarch64'])
assert message.contains("Platform: $other (os.name $name, os.arch aarch64)")
assert message.contains('the platform jar is there')
def unpacked = []
cache.eachFileRecurse { if (it.name == (name == 'Linux' ? 'libswitchblade.so' : 'libswitchblade.dylib')) unpacked << it }
assert unpacked.any { it.length() < 100 && it.text == "in place of the library of $other" }

return true
