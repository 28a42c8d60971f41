package org.hitledger.logformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hitledger.fault.UsageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake in a format says what is wrong, at which place, and what to do. */
class FormatMistakesTest {
  private static final String APART =
      "nothing stands between %s and the field before it, so that they cannot be told apart; put a space or a sign between them, in the server's configuration too";

  private static final String NO_TIME =
      "the log format has no time, or not its date and its time of day; add the server's own field for it, such as %t of Apache or $time_local of nginx, in its configuration too";

  private static final String NO_REQUEST =
      "the log format has no request; add the server's own field for it or for its target, such as %r of Apache or $request of nginx, in its configuration too";

  private static final String UNKNOWN =
      "%s is no directive of Apache's LogFormat; see mod_log_config, \"Custom Log Formats\", or write %%%% for a percent sign";

  private static final String NO_NAME =
      "a variable's name is missing behind this dollar sign; write one, as in $request, and both braces or none";

  private static final String NO_OBJECT =
      "the string begins an object of JSON, but is none; look at its quotes, commas and braces, here or before";

  private static final String NO_KEY =
      "'%s' is not COLUMN=KEY, as in json:time=ts,target=request.uri";

  static Stream<Arguments> strings_of_apache() {
    return Stream.of(
        mistake("%t \"%r\" %y %b", UNKNOWN.formatted("%y"), 8),
        mistake("%t \"%r\" %{n}T", UNKNOWN.formatted("%{n}T"), 8),
        mistake("%t \"%r\" %{%Q}t", UNKNOWN.formatted("%{%Q}t"), 8),
        mistake("%t \"%r\" %{Foo}^y", UNKNOWN.formatted("%{Foo}^y"), 8),
        mistake(
            "%t \"%r\" %",
            "the string ends where a directive's letter should be; write one, as in %r, or %% for a percent sign",
            8),
        mistake(
            "%t \"%r\" %{x}",
            "the string ends where a directive's letter should be; write one, as in %r, or %% for a percent sign",
            11),
        mistake("%t \"%r\" %{x", "no } closes this {; put it behind the name", 9),
        mistake("%h%u %t \"%r\"", APART.formatted("%u"), 2),
        mistake("%v:%p%h %t %r", APART.formatted("%h"), 5),
        mistake("%t \"%r\" %>s%b", APART.formatted("%b"), 11),
        mistake("%h %l %u [time] \"%r\"", NO_TIME, 20),
        mistake("%D %T %r", NO_TIME, 8),
        mistake("%{%H:%M:%S}t \"%r\"", NO_TIME, 17),
        mistake("%{usec_frac}t %r", NO_TIME, 16),
        mistake("%{%Y-%m}t %{%T}t %r", NO_TIME, 19),
        mistake("%%", NO_TIME, 2),
        mistake("%h %t %s", NO_REQUEST, 8),
        mistake("%t %m %H", NO_REQUEST, 8));
  }

  static Stream<Arguments> strings_of_nginx() {
    return Stream.of(
        mistake("$time_local \"$request\" $remote_addr$status", APART.formatted("$status"), 35),
        mistake("$time_local$request", APART.formatted("$request"), 11),
        mistake("${time_local}${request}", APART.formatted("$request"), 13),
        mistake("$time_local $ x", NO_NAME, 12),
        mistake("$time_local $request ${x", NO_NAME, 21),
        mistake("$", NO_NAME, 0),
        mistake("$remote_addr $request", NO_TIME, 21),
        mistake("$time_local $remote_addr", NO_REQUEST, 24));
  }

  static Stream<Arguments> objects_of_json() {
    return Stream.of(
        mistake("{\"a\":\"$time_local\",\"b\":$request", NO_OBJECT, 23),
        mistake("{$request", NO_OBJECT, 1),
        mistake("{\"t\":\"$time_local\",\"r\":\"$request\"} x", NO_OBJECT, 35),
        mistake("{\"a\":\"$time_local\"}", NO_REQUEST, 18),
        mistake("{\"a\":\"$request\"}", NO_TIME, 15),
        mistake("json:", NO_KEY.formatted(""), 5),
        mistake("json:time", NO_KEY.formatted("time"), 5),
        mistake("json:time=", NO_KEY.formatted("time="), 5),
        mistake("json:time=a,,target=b", NO_KEY.formatted(""), 12),
        mistake("json:time=a,target=b,=c", NO_KEY.formatted("=c"), 21),
        mistake(
            "json:tiem=a,target=b",
            "json: has no column 'tiem'; there are time, host, identity, user, vhost, request, method, target, protocol, status, bytes, referer, user_agent, duration, bytes_received and forwarded_for",
            5),
        mistake(
            "json:time=a,target=b,duration=c",
            "duration=c has no unit; write duration=c:s, or :ms, :us or :ns",
            21),
        mistake(
            "json:target=a",
            "the log format has no time, or not its date and its time of day; add time=KEY for the key that has it",
            13),
        mistake(
            "json:time=a,method=b",
            "the log format has no request; add target=KEY or request=KEY for the key that has it",
            20));
  }

  private static Arguments mistake(String format, String what, int at) {
    return arguments(format, what, at);
  }

  @ParameterizedTest
  @MethodSource({"strings_of_apache", "strings_of_nginx", "objects_of_json"})
  void a_mistake_is_told_with_its_place(String format, String what, int at) {
    assertThat(message(format))
        .isEqualTo("--log-format: %s\n  %s\n  %s^".formatted(what, format, " ".repeat(at)));
  }

  @Test
  void the_place_is_one_of_what_is_shown() {
    assertThat(message("%t\u0007%r \u202e%y").lines().skip(1))
        .containsExactly("  %t\\x07%r \\u202E%y", "                 ^");
    assertThat(
            message("log_format main '$time_local $request ' '$status$bytes_sent';")
                .lines()
                .skip(1))
        .containsExactly(
            "  $time_local $request $status$bytes_sent", "                              ^");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "combind", "Combined", "auto ", "json", "log_format"})
  void an_unknown_name_is_answered_with_those_that_there_are(String name) {
    assertThat(message(name))
        .isEqualTo(
            "--log-format: '%s' is no log format; give one of %s, json:COLUMN=KEY,..., or the string of the server's own configuration (LogFormat of Apache, log_format of nginx)"
                .formatted(name, String.join(", ", LogFormats.names())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%t %r",
        "%t%r",
        "%{%s}t %r",
        "%{%d/%b/%Y}t %{%T}t %r",
        "%{%j %y}t %{%I:%M %p}t %r",
        "%t %U%q",
        "$msec $uri?$args",
        "$time_iso8601 \"$request_method $uri$is_args$args\"",
        "json:time=a,target=b",
        "json:time=a,time=b,request=c"
      })
  void what_is_enough_is_no_mistake(String format) {
    assertThat(LogFormats.of(format, ZoneOffset.UTC).name()).isEqualTo(format);
  }

  private static String message(String format) {
    UsageFault fault =
        catchThrowableOfType(UsageFault.class, () -> LogFormats.of(format, ZoneOffset.UTC));
    return Stream.concat(
            Stream.of(fault.getMessage()), fault.picture().stream().map(line -> "  " + line))
        .collect(Collectors.joining("\n"));
  }
}
