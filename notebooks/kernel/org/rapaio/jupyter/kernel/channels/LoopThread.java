package org.rapaio.jupyter.kernel.channels;

/**
 * Does something again and again until it is told to stop. It stands in for the kernel's own class of
 * this name, whose thread (3.0.1) ends at once if it looks whether it may run before the one who starts
 * it has said so; then the kernel never answers.
 */
public final class LoopThread extends Thread {
  private final long pauseMillis;
  private final Runnable body;
  private volatile boolean running = true;

  /**
   * A thread that has not started.
   *
   * @param name of the thread
   * @param pauseMillis how long it rests between two rounds
   * @param body what it does in each
   */
  public LoopThread(String name, long pauseMillis, Runnable body) {
    super(name);
    this.pauseMillis = pauseMillis;
    this.body = body;
  }

  @Override
  public void run() {
    while (running) {
      body.run();
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Ends the thread after the round it is in. */
  public void shutdown() {
    running = false;
  }
}
