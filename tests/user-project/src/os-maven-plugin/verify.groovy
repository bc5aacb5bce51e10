// One platform jar each: by the plugin's names and a profile, and by `detected`, it is the same.
['here': platform, 'macos-aarch64': 'macos-aarch64'].each { folder, expected ->
    def jars = new File(basedir, "target/$folder").list().sort()
    def wanted = ["switchblade-native-$version-${expected}.jar", "switchblade-native-detected-${version}.jar"]
    assert jars == wanted*.toString().sort()
}

return true
