package org.hitledger.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.hitledger.testing.HostileText;
import org.hitledger.testing.Inert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Spark and Hadoop log of names and exceptions, as the file that users get lays it out. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileLogMessagesTest {
  private LoggerContext context;

  @BeforeAll
  void configure() {
    context = new LoggerContext("hostile", null, Path.of("conf/log4j2.properties").toUri());
    context.start();
  }

  @AfterAll
  void stop() {
    context.stop();
  }

  private String logged(Message message, Throwable thrown) {
    Layout<?> layout = context.getConfiguration().getAppender("stderr").getLayout();
    return layout
        .toSerializable(
            Log4jLogEvent.newBuilder()
                .setLoggerName("org.apache.Name")
                .setLevel(Level.ERROR)
                .setMessage(message)
                .setThrown(thrown)
                .build())
        .toString();
  }

  private static void requireOneInertLine(String logged) {
    Inert.requireInert(logged);
    assertThat(logged).matches("[0-9]{2}:[0-9]{2}:[0-9]{2} ERROR Name: .*\n");
  }

  @ParameterizedTest
  @EnumSource
  void in_messages(HostileText hostile) {
    requireOneInertLine(logged(new SimpleMessage("a " + hostile.text() + " b"), null));
    requireOneInertLine(logged(new ParameterizedMessage("{} b", hostile.text()), null));
  }

  @ParameterizedTest
  @EnumSource
  void in_exceptions(HostileText hostile) {
    var cause = new IllegalArgumentException(hostile.text());
    var thrown = new IllegalStateException(hostile.text(), cause);
    thrown.addSuppressed(new IllegalStateException(hostile.text()));
    String logged = logged(new SimpleMessage(hostile.text()), thrown);
    requireOneInertLine(logged);
    assertThat(logged).contains("java.lang.IllegalStateException: ");
  }

  @ParameterizedTest
  @EnumSource(names = {"JNDI", "LOOKUPS", "NESTED_LOOKUP", "FORMATS", "FORMULA", "MARKUP"})
  void nothing_is_looked_up_or_filled_in(HostileText hostile) {
    String text = hostile.text();
    assertThat(logged(new SimpleMessage(text), null)).endsWith(": " + text + "\n");
    assertThat(logged(new ParameterizedMessage("x {}", text), null)).endsWith(": x " + text + "\n");
    assertThat(logged(new SimpleMessage("x"), new IllegalStateException(text))).contains(text);
  }
}
