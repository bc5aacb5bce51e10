def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 4, Failures: 0, Errors: 0, Skipped: 0')

def jdk = (log =~ /Toolchain in maven-surefire-plugin: JDK\[(.*)\]/)[0][1]

/** Starts the jar, asks it something, and ends it by a signal; returns what it printed. */
def run = { java, options ->
    def output = File.createTempFile('server', '.log', new File(basedir, 'target'))
    def command = [java, *options, '-jar', 'target/server.jar', 'handler.wasm', '0']
    def server = new ProcessBuilder(command*.toString())
        .directory(basedir).redirectErrorStream(true).redirectOutput(output).start()
    try {
        def listening = /listening on port (\d+)/
        while (!(output.text =~ listening) && server.alive) sleep 50
        assert output.text =~ listening
        def port = (output.text =~ listening)[0][1]
        assert new URL("http://localhost:$port/").text == 'request 1 of this instance\n'
        assert new URL("http://localhost:$port/metrics").text.contains('answers_total 1')
    } finally {
        server.destroy()
        server.waitFor()
    }
    assert !output.text.contains('WARNING')
    // Elsewhere `destroy` ends a process without a word to it.
    assert System.getProperty('os.name').startsWith('Windows') || output.text.contains('stopped')
}

def call = { command ->
    def process = new ProcessBuilder(command*.toString()).directory(basedir).inheritIO().start()
    assert process.waitFor() == 0
}

// By itself, with no option.
run("$jdk/bin/java", [])

// As the Dockerfile has it: the parts of the JDK that the program needs, the library as a file, and nothing written to the
// folders that the library is unpacked to elsewhere.
def dockerfile = new File(basedir, 'Dockerfile').text
def modules = (dockerfile =~ /--add-modules (\S+)/)[0][1]
call(["$jdk/bin/jlink", '--add-modules', modules, '--output', 'target/runtime'])
call(["$jdk/bin/jar", '--extract', '--file', 'target/server.jar', '--dir', 'target', 'META-INF/native'])
def library = new File(basedir, 'target/META-INF/native').listFiles()[0].listFiles()
    .find { !it.name.endsWith('.sha256') }
def nowhere = new File(basedir, 'nowhere')
assert nowhere.mkdir()
def properties = (dockerfile =~ /-(XX:[^"]+)/).collect { "-${it[1]}".toString() }
assert properties == ['-XX:MaxRAMPercentage=50', '-XX:-UsePerfData']
run("$basedir/target/runtime/bin/java", properties + [
    "-Dswitchblade.native.path=$library",
    "-Duser.home=$nowhere",
    "-Djava.io.tmpdir=$nowhere"])
assert nowhere.list().length == 0
