package org.hitledger.spark;

/**
 * Scala's reflection, which Spark uses wherever generated code calls a getter. It takes half a
 * second to come up, on one thread, and needs nothing of Spark's.
 */
final class ScalaReflection {
  private ScalaReflection() {}

  /** Has it come up while Spark starts; whoever needs it before waits for it. */
  static void prepare() {
    var thread = new Thread(scala.reflect.runtime.package$.MODULE$::universe, "prepare-reflection");
    thread.setDaemon(true);
    thread.start();
  }
}
