package org.hitledger.oracle;

/** Lines of Amazon's load balancers and of S3. */
final class CloudLines {
  private CloudLines() {}

  static WrittenLine elb(KnownAccess access) {
    WrittenLine line =
        new WrittenLine()
            .text(access.time().toString())
            .time(access.time())
            .value("utc_offset", "+0000")
            .text(" ")
            .field("extra elb", "my-loadbalancer")
            .text(" ");
    client(access, line);
    line.field("extra backend:port", "10.0.0.1:80").text(" ");
    took("backend_processing_time", access.micros(), 6, line);
    counts("backend_status_code", access, line);
    line.text(" \"").request(absolute(access), Escapes::nginx).text("\" \"");
    line.field("user_agent", orDash(Escapes.nginx(access.agent()))).text("\" ");
    return line.field("extra ssl_cipher", "DHE-RSA")
        .text(" ")
        .field("extra ssl_protocol", "TLSv1.2");
  }

  static WrittenLine alb(KnownAccess access) {
    WrittenLine line =
        new WrittenLine()
            .field("extra type", "h2")
            .text(" ")
            .field("extra time", access.time().plusMillis(7).toString())
            .text(" ")
            .field("extra elb", "app/lb/50dc")
            .text(" ");
    client(access, line);
    line.field("extra target:port", "10.0.0.1:80").text(" ");
    took("target_processing_time", access.micros(), 3, line);
    counts("target_status_code", access, line);
    line.text(" \"").request(absolute(access), Escapes::nginx).text("\" \"");
    line.field("user_agent", orDash(Escapes.nginx(access.agent()))).text("\" ");
    line.field("extra ssl_cipher", "ECDHE").text(" ").field("extra ssl_protocol", "TLSv1.3");
    line.text(" ").field("extra target_group_arn", "arn:aws:x").text(" ");
    line.text("\"").field("extra trace_id", "Root=1-58").text("\" \"");
    line.field("vhost", access.vhost()).text("\" \"");
    line.field("extra chosen_cert_arn", "session-reused").text("\" ");
    line.field("extra matched_rule_priority", "0").text(" ");
    line.text(access.time().toString()).time(access.time()).value("utc_offset", "+0000");
    decided(access, line);
    return line;
  }

  private static void decided(KnownAccess access, WrittenLine line) {
    line.text(" \"").field("extra actions_executed", "waf,forward").text("\" \"-\" \"-\" \"");
    line.field("extra target:port_list", "10.0.0.1:80 10.0.0.2:80").text("\" \"");
    line.field("extra target_status_code_list", "200 -").text("\" \"");
    line.field("extra classification", "Acceptable").text("\" \"-\"");
    if (access.received() % 3 > 0) {
      line.text(" ").field("extra conn_trace_id", "TID_12");
    }
    if (access.received() % 3 > 1) {
      line.text(" \"").field("extra transformed_host", "inner.example").text("\" \"");
      line.field("extra transformed_uri", "/inner path").text("\" \"");
      line.field("extra request_transform_status", "TransformSuccess").text("\"");
    }
  }

  private static void client(KnownAccess access, WrittenLine line) {
    line.field("host", access.host()).text(":").field("extra client_port", "2817").text(" ");
  }

  /** In three parts, of which the middle one is the long one. */
  private static void took(String middle, long micros, int digits, WrittenLine line) {
    long unit = digits == 3 ? 1000 : 1;
    long whole = micros / unit;
    String edge = LogWriter.decimal(whole / 7, digits);
    line.field("extra request_processing_time", edge).text(" ");
    line.field("extra " + middle, LogWriter.decimal(whole - 2 * (whole / 7), digits)).text(" ");
    line.field("extra response_processing_time", edge).text(" ");
    line.value("duration", whole * unit);
  }

  private static void counts(String answered, KnownAccess access, WrittenLine line) {
    line.field("status", access.status())
        .text(" ")
        .field("extra " + answered, "-")
        .text(" ")
        .field("bytes_received", access.received())
        .text(" ")
        .field("bytes", access.bytes());
  }

  private static KnownAccess absolute(KnownAccess access) {
    return access.withTexts(
        "https://" + access.vhost() + access.stem(), access.query(), "", access.agent());
  }

  /** Key and request as they are sent, percent-encoded; the agent as it is. */
  static WrittenLine s3(KnownAccess access) {
    KnownAccess sent =
        access.withTexts(
            Escapes.percent(access.stem()),
            Escapes.percent(access.query()),
            Escapes.bare(access.referer()),
            Escapes.bare(access.agent()));
    long millis = access.micros() / 1000;
    WrittenLine line = new WrittenLine().field("extra Bucket Owner", "79a59df9").text(" ");
    line.field("extra Bucket", "demo-bucket").text(" [").clfTime(access).text("] ");
    line.field("host", access.host()).text(" ");
    line.field("user", orDash(access.user().replace(' ', '_'))).text(" ");
    line.field("extra Request ID", "3E57427F").text(" ");
    line.field("extra Operation", "REST.GET.OBJECT").text(" ");
    line.field("extra Key", orDash(Escapes.percent(access.id()))).text(" \"");
    line.request(sent, text -> text).text("\" ").field("status", access.status()).text(" ");
    line.field("extra Error Code", "NoSuchKey").text(" ").field("bytes", access.bytes());
    line.text(" - ").text(Long.toString(millis)).value("duration", millis * 1000);
    line.text(" ").field("extra Turn-Around Time", "7").text(" \"");
    line.field("referer", orDash(sent.referer())).text("\" \"");
    line.field("user_agent", orDash(sent.agent())).text("\" ");
    line.field("extra Version Id", "3HL4kq");
    return secured(access, line);
  }

  private static WrittenLine secured(KnownAccess access, WrittenLine line) {
    line.text(" ").field("extra Host Id", "s9lz+/=").text(" ");
    line.field("extra Signature Version", "SigV4").text(" ");
    line.field("extra Cipher Suite", "ECDHE").text(" ");
    line.field("extra Authentication Type", "AuthHeader").text(" ");
    line.field("vhost", access.vhost()).text(" ").field("extra TLS version", "TLSv1.2");
    if (access.received() % 2 == 0) {
      line.text(" ").field("extra Access Point ARN", "arn:aws:s3:x").text(" ");
      line.field("extra aclRequired", "Yes");
    }
    return line;
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
