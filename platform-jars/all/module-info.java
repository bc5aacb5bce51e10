/**
 * The native libraries of all platforms: a module that requires this one needs to name no platform.
 */
module dev.switchblade.natives.all {
  requires dev.switchblade.natives.linux_x86_64;
  requires dev.switchblade.natives.linux_aarch64;
  requires dev.switchblade.natives.linux_x86_64_musl;
  requires dev.switchblade.natives.linux_aarch64_musl;
  requires dev.switchblade.natives.macos_x86_64;
  requires dev.switchblade.natives.macos_aarch64;
  requires dev.switchblade.natives.windows_x86_64;
}
