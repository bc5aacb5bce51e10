/** A program that generated code is a part of. */
module com.example.app {
  requires dev.switchblade;
  requires static org.jspecify;
}
