def log = new File(basedir, 'build.log').text
def jdk = (log =~ /Toolchain in maven-\S+: JDK\[(.*)\]/)[0][1]
def windows = File.separatorChar == (char) '\\'
def mac = platform.startsWith('macos')

/** Runs a command and returns what it printed. */
def run = { int exitCode, List command ->
    def process = new ProcessBuilder(command*.toString()).directory(basedir).redirectErrorStream(true).start()
    process.outputStream.close()
    def output = process.inputStream.getText('UTF-8').replace('\r\n', '\n')
    assert process.waitFor() == exitCode : "$command\n$output"
    return output.trim()
}

def lib = new File(basedir, 'target/lib')
def natives = lib.list().findAll { it.startsWith('switchblade-native-') }
assert natives.size() == 8
def classes = new File(basedir, 'target/classes')
def cache = "-Dswitchblade.native.cache=${new File(basedir, 'target/natives')}"
def classPath = { jars -> ([classes] + jars.collect { new File(lib, it) }).join(File.pathSeparator) }
def allowClassPath = '--enable-native-access=ALL-UNNAMED'
def allowModules = '--enable-native-access=dev.switchblade.bindings,dev.switchblade'

// On the class path, among the jars of all platforms.
assert run(0, ["$jdk/bin/java", allowClassPath, cache, '-cp', classPath(lib.list()), 'com.example.app.Main', 40, 2])
    .startsWith('42 by unnamed module')

// On the module path: nothing but the program's own module is named.
assert run(0, ["$jdk/bin/java", allowModules, cache, '--module-path', "$lib$File.pathSeparator$classes",
               '--module', 'com.example.app/com.example.app.Main', 40, 2]) == '42 by module dev.switchblade'

// As an image of jlink, which runs without the jars.
def image = new File(basedir, 'target/image')
image.deleteDir()
run(0, ["$jdk/bin/jlink", '--module-path', "$lib$File.pathSeparator$classes", '--add-modules', 'com.example.app',
        '--output', image])
assert run(0, ["$image/bin/java", allowModules, cache, '--module', 'com.example.app/com.example.app.Main', 40, 2]) ==
    '42 by module dev.switchblade'

// As a program of jpackage, around that image.
if (new File("$jdk/bin/${windows ? 'jpackage.exe' : 'jpackage'}").exists()) {
    def packages = new File(basedir, 'target/packages')
    packages.deleteDir()
    run(0, ["$jdk/bin/jpackage", '--type', 'app-image', '--name', 'adder', '--runtime-image', image,
            '--module', 'com.example.app/com.example.app.Main', '--java-options', allowModules,
            '--java-options', cache, '--dest', packages] + (windows ? ['--win-console'] : []))
    def program = mac ? 'adder.app/Contents/MacOS/adder' : windows ? 'adder/adder.exe' : 'adder/bin/adder'
    assert run(0, [new File(packages, program), 40, 2]) == '42 by module dev.switchblade'
}

// Without the jar of this platform, but with one of another: what the page says.
def other = platform == 'macos-aarch64' ? 'linux-x86_64' : 'macos-aarch64'
def missing = lib.list().findAll { !natives.contains(it) || it == "switchblade-native-$version-${other}.jar".toString() }
def message = run(1, ["$jdk/bin/java", allowClassPath, cache, '-cp', classPath(missing), 'com.example.app.Main', 40, 2])
assert message.contains("this is the platform jar of $other, which can't be used here")
assert message.contains("<classifier>$platform</classifier>")
def shown = (new File(page.toString()).getText('UTF-8').replace('\r\n', '\n') =~ /(?s)```\n(Switchblade's native library can't be loaded.*?)\n```/)[0][1]
if (platform == 'linux-x86_64') {
    shown.split('\n\\s*…\n|…').each { assert message.contains(it) : "the page has:\n$it\nthe message is:\n$message" }
}

return true
