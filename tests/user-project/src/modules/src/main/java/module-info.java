/** A program that knows no platform. */
module com.example.app {
  requires dev.switchblade;
  requires dev.switchblade.natives.all;
}
