@echo off
rem The `switchblade` command on Windows, run from a checkout, as the script `switchblade` is elsewhere: finds a JDK,
rem builds what is missing or older than its sources, and runs the command line. `switchblade --help` shows what that
rem can do.
rem
rem   switchblade --rebuild           builds, whatever there is, and does nothing else
rem   switchblade --install           builds, and puts what Maven projects need into the local repository
rem
rem   SWITCHBLADE_JAVA_HOME=FOLDER    the JDK to use; otherwise JAVA_HOME, `java` on the PATH, the usual folders
rem   SWITCHBLADE_AOT=off             without the JDK's AOT cache, which makes the start faster
rem   SWITCHBLADE_CHECK=off           without a look at the sources, for which PowerShell takes some tenths of a second
rem   MAVEN_ARGS=...                  options for the build, such as -Dnative.library=PATH, which takes a native
rem                                   library that is built already
rem
rem The build needs `sh`, which Git for Windows brings: on the PATH, or where Git is usually installed.
setlocal EnableExtensions DisableDelayedExpansion

set "needed=25"
rem The commands of the module `tools`; all others are in `cli`.
set "tools=conformance wasi-testsuite soak instances"
for %%h in ("%~dp0.") do set "home=%%~fh"

rem ---- A JDK. Its `release` file says what it is.

set "jdk="
set "newer="
set "looked="
if not "%SWITCHBLADE_JAVA_HOME%"=="" call :try "%SWITCHBLADE_JAVA_HOME%" SWITCHBLADE_JAVA_HOME
if not "%SWITCHBLADE_JAVA_HOME%"=="" goto looked
if not "%JAVA_HOME%"=="" call :try "%JAVA_HOME%" JAVA_HOME
if defined jdk goto looked
set "java="
for %%j in (java.exe) do set "java=%%~dp$PATH:j"
if defined java for %%h in ("%java%..") do call :try "%%~fh" "`java` on the PATH"
if defined jdk goto looked
for %%r in (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\OpenJDK"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps"
) do if exist "%%~r" for /d %%d in ("%%~r\*") do call :usual "%%~d"
if not defined jdk if defined newer call :try "%newer%" "the usual folders"
:looked
if defined jdk goto has_jdk
>&2 echo switchblade: no JDK %needed% or later was found. Looked at:
if defined looked for /f "delims=" %%l in ("%looked%") do >&2 echo  %%l
>&2 echo   the usual folders, if no variable names one
>&2 echo Install a JDK %needed% (https://adoptium.net, `winget install EclipseAdoptium.Temurin.%needed%.JDK`),
>&2 echo or set SWITCHBLADE_JAVA_HOME or JAVA_HOME to the folder of one, the one with bin\java.exe in it.
exit /b 4
:has_jdk

rem ---- Which artifact the command is in: the first argument that is no option is the command.

set "module=cli"
set "word=%~1"
if "%word:~0,1%"=="-" set "word=%~2"
for %%t in (%tools%) do if "%word%"=="%%t" set "module=tools"
set "target=%home%\%module%\target"
set "lock=%home%\cli\target\build.lock"

rem ---- Building

set "wish=run"
if "%~1"=="--rebuild" set "wish=rebuild"
if "%~1"=="--install" set "wish=install"
if "%wish%"=="run" goto want_command
if not "%~2"=="" (
  >&2 echo switchblade: %1 takes nothing else, and got: %2
  exit /b 4
)
if "%wish%"=="rebuild" call :build package %module% "building"
if "%wish%"=="install" call :build install "cli,app-host,wit-codegen/maven-plugin,platform-jars/bom" "installing into the local Maven repository"
if errorlevel 1 exit /b 4
if "%wish%"=="install" >&2 echo switchblade: installed: projects of this machine find Switchblade by its coordinates, as README.md has them
exit /b 0

:want_command
call :find_jar
if defined jar goto check_sources
call :build package %module% "first use: building Switchblade, which takes a minute, and about 10 more where the native library has to be compiled"
if errorlevel 1 exit /b 4
goto run
:check_sources
call :check_sources_of_jar
if not errorlevel 3 goto run
call :build package %module% "sources have changed: building"
if errorlevel 1 exit /b 4

rem ---- Running

:run
rem Whatever goes wrong with the cache, the command runs without.
set "aot="
if "%module%"=="cli" if not "%SWITCHBLADE_AOT%"=="off" call :find_aot_cache
set "aot_option="
if defined aot set aot_option="-XX:AOTCache=%aot%"
rem The JVM's own remarks, about an AOT cache it can't use for example, would end up on stdout. Arguments go on as %*
rem has them: whatever splits them here takes `=`, `;` and `,` for spaces.
"%jdk%\bin\java.exe" %aot_option% -XX:+UseSerialGC -Xlog:disable --enable-native-access=ALL-UNNAMED "-Dswitchblade.cli.tools=%tools%" -jar "%jar%" %*
exit /b %errorlevel%

rem ---- What is called above

rem Takes the JDK in a folder if it is new enough; the second argument says where the folder came from.
:try
call :read "%~1"
if not defined major set "looked=%looked% [%~2: %~1 is no JDK]"
if not defined major goto :eof
if %major% lss %needed% set "looked=%looked% [%~2: %~1 has Java %version%]"
if %major% geq %needed% set "jdk=%~1"
goto :eof

rem One of the usual folders, or of those that Scoop has. The build wants this very version, so it goes before later ones.
:usual
if defined jdk goto :eof
set "candidate=%~1"
if exist "%candidate%\current\bin\java.exe" set "candidate=%candidate%\current"
call :read "%candidate%"
if not defined major goto :eof
if %major% equ %needed% set "jdk=%candidate%"
if %major% gtr %needed% set "newer=%candidate%"
goto :eof

rem Sets version and major, of a folder that has a JDK.
:read
set "version="
set "major="
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\bin\javac.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f "usebackq tokens=1,* delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
if not defined version goto :eof
for /f "delims=.-+_ " %%m in ("%version%") do set "major=%%m"
rem What has anything but digits is no number.
for /f "delims=0123456789" %%x in ("%major%") do set "major="
goto :eof

rem Sets jar to the newest one, of which `dir` lists the last last.
:find_jar
set "jar="
if not exist "%target%\lib\*.jar" goto :eof
for /f "delims=" %%f in ('dir /b /a-d /od "%target%\switchblade-%module%-*.jar" 2^>nul') do call :take_jar "%%f"
goto :eof

:take_jar
set "name=%~n1"
if "%name:~-8%"=="-sources" goto :eof
if "%name:~-8%"=="-javadoc" goto :eof
set "jar=%target%\%~1"
goto :eof

rem Exits with 3 if a source is newer than what was built from it. A build of our own leaves a stamp from when it began;
rem Maven leaves a jar alone that has not changed, so the jar's own time is not enough.
:check_sources_of_jar
if "%SWITCHBLADE_CHECK%"=="off" exit /b 0
set "SWITCHBLADE_CHECK_BUILT=%target%\built"
set "SWITCHBLADE_CHECK_HOME=%home%"
set "SWITCHBLADE_CHECK_JAR=%jar%"
set "SWITCHBLADE_CHECK_SOURCES=pom.xml native/pom.xml native/Cargo.toml native/Cargo.lock native/build-library native/src native/image-memory native/include bindings/pom.xml bindings/src/main bindings/src/generated component-api/pom.xml component-api/src/main platform-jars/pom.xml platform-jars/native/pom.xml wit-codegen/pom.xml wit-codegen/src/main app-host/pom.xml app-host/src/main tests/guests/wasm cli/pom.xml cli/src/main cli/src/build"
if "%module%"=="tools" set "SWITCHBLADE_CHECK_SOURCES=%SWITCHBLADE_CHECK_SOURCES% tools/pom.xml tools/src/main tests/build-tool tests/conformance-runner/pom.xml tests/conformance-runner/src/main tests/conformance-runner/converter/Cargo.toml tests/conformance-runner/converter/Cargo.lock tests/conformance-runner/converter/src"
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:SWITCHBLADE_CHECK_JAR, $env:SWITCHBLADE_CHECK_BUILT -ErrorAction SilentlyContinue | Sort-Object LastWriteTimeUtc | Select-Object -Last 1).LastWriteTimeUtc; Set-Location -LiteralPath $env:SWITCHBLADE_CHECK_HOME; if (Get-ChildItem -Path ($env:SWITCHBLADE_CHECK_SOURCES.Split(' ')) -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { exit 3 }" >nul 2>nul <nul
exit /b %errorlevel%

rem Builds: the phase, the projects, and what is said. What Maven says goes to stderr, as it comes.
:build
>&2 echo switchblade: %~3
call :find_sh
if errorlevel 1 exit /b 4
if not exist "%target%" mkdir "%target%"
if not exist "%home%\cli\target" mkdir "%home%\cli\target"
rem One build at a time: a folder is made by one process alone.
mkdir "%lock%" 2>nul
if errorlevel 1 (
  >&2 echo switchblade: another process is building; if there is none, remove the folder "%lock%"
  exit /b 4
)
type nul >"%target%\building"
setlocal
set "JAVA_HOME=%jdk%"
set "PATH=%jdk%\bin;%PATH%"
pushd "%home%"
call "%home%\mvnw.cmd" -B -ntp -Pquick -pl %~2 -am %~1 -Dmaven.test.skip=true <nul 1>&2
set "status=%errorlevel%"
popd
endlocal & set "status=%status%"
rmdir "%lock%"
if not "%status%"=="0" (
  >&2 echo switchblade: the build failed with exit code %status%. What Maven says about it is above.
  exit /b 4
)
call :find_jar
if not defined jar (
  >&2 echo switchblade: the build made no jar in "%target%"
  exit /b 4
)
move /y "%target%\building" "%target%\built" >nul
rem Who builds `tools` has built `cli`.
if not "%module%"=="cli" copy /y "%target%\built" "%home%\cli\target\built" >nul
exit /b 0

:find_sh
for %%s in (sh.exe) do if not "%%~$PATH:s"=="" exit /b 0
for %%g in ("%ProgramFiles%\Git" "%LOCALAPPDATA%\Programs\Git" "%USERPROFILE%\scoop\apps\git\current") do if exist "%%~g\bin\sh.exe" set "git=%%~g"
if not defined git (
  >&2 echo switchblade: the build needs `sh`, which Git for Windows brings: https://gitforwindows.org, `winget install Git.Git`
  exit /b 4
)
set "PATH=%PATH%;%git%\bin;%git%\usr\bin"
exit /b 0

rem Sets aot. The cache is for this checkout and this JDK, which its name says, and for these jars, which are noted beside
rem it; the JVM checks them too.
:find_aot_cache
if not defined LOCALAPPDATA goto :eof
set "name=%home%-%jdk%-%version%"
set "name=%name:\=_%"
set "name=%name::=_%"
set "name=%name: =_%"
set "caches=%LOCALAPPDATA%\switchblade\aot"
set "file=%caches%\%name:~-120%.aot"
set "jars="
for %%f in ("%jar%" "%target%\lib\*.jar") do call :add_jar "%%~zf %%~tf"
set "made_of="
if exist "%file%.jars" set /p made_of=<"%file%.jars"
if "%made_of%"=="%jars%" goto has_aot_cache
if not exist "%caches%" mkdir "%caches%" 2>nul
if not exist "%caches%" goto :eof
>&2 echo switchblade: preparing for fast starts, once after a build: some seconds
"%jdk%\bin\java.exe" -XX:+UseSerialGC -Xlog:disable --enable-native-access=ALL-UNNAMED "-XX:AOTCacheOutput=%file%.new" -jar "%jar%" training-run >"%file%.log" 2>&1 <nul
rem A cache that another process uses can't be replaced, and is tried again; that there is none is noted.
if exist "%file%" del "%file%" 2>nul
if exist "%file%.new" move /y "%file%.new" "%file%" >nul
if exist "%file%.new.config" del "%file%.new.config"
>"%file%.jars" echo %jars%
:has_aot_cache
if exist "%file%" set "aot=%file%"
goto :eof

:add_jar
set "jars=%jars%[%~1]"
goto :eof
