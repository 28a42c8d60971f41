import java.nio.file.Files;
import java.nio.file.Path;
import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.core.ConnectionProperties;
import org.rapaio.jupyter.kernel.core.Transform;

/**
 * Starts the Java kernel, as its own main class would, but deaf until it can answer. That one (3.0.1)
 * listens before it knows how to handle what it hears: on a busy machine Jupyter's first message then
 * ends the thread that reads them, and Jupyter waits for an answer in vain.
 */
final class Kernel {
  private Kernel() {}

  /**
   * Runs the kernel until Jupyter shuts it down.
   *
   * @param args the connection file that Jupyter has written
   * @throws Exception if the kernel cannot start; Jupyter shows it
   */
  public static void main(String[] args) throws Exception {
    String connection = Files.readString(Path.of(args[0]));
    var channels = new Channels(Transform.fromJson(connection, ConnectionProperties.class));
    // A channel reads a message under its own lock.
    synchronized (channel("shell", channels)) {
      synchronized (channel("control", channels)) {
        channels.connect(MainApp.kernel);
      }
    }
    channels.joinUntilClose();
  }

  private static Object channel(String name, Channels channels) throws ReflectiveOperationException {
    var field = Channels.class.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(channels);
  }
}
