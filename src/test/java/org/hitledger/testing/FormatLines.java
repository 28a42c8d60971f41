package org.hitledger.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of each log format that has a name: one access to {@code /FORMAT/1}, one to another. */
public final class FormatLines {
  private static final String TIME = "02/Mar/2024:10:00:01 +0100";
  private static final String AGENT = "\"-\" \"Mozilla/5.0 (X11)\"";

  private FormatLines() {}

  /** By the format's name: a header, if it has one, and lines. */
  public static Map<String, List<String>> all() {
    var lines = new LinkedHashMap<String, List<String>>();
    put("common", "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 512", lines);
    put("combined", "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 512 AGENT", lines);
    put("vhost_common", "a.example:80 192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 5", lines);
    put(
        "vhost_combined",
        "a.example:80 192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 5 AGENT",
        lines);
    put("combinedio", "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 512 AGENT 300 900", lines);
    put(
        "nginx_main",
        "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 512 AGENT \"10.0.0.1\"",
        lines);
    put(
        "forwarded_combined",
        "203.0.113.9, 10.1.1.1, 10.1.1.2 - - [TIME] \"GET PATH HTTP/1.1\" 200 7 AGENT",
        lines);
    put(
        "ingress_nginx",
        "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 512 AGENT 78 0.002 [web-80] [] 10.0.0.1:80 512 0.001 200 abc",
        lines);
    put(
        "nginx_proxy_manager",
        "[TIME] - 200 200 - GET https a.example \"PATH\" [Client 192.0.2.1] [Length 1024] [Gzip -] [Sent-to 10.0.0.5] \"Mozilla/5.0\" \"-\"",
        lines);
    put(
        "traefik",
        "192.0.2.1 - - [TIME] \"GET PATH HTTP/1.1\" 200 2326 AGENT 1 \"web@docker\" \"http://10.0.0.1:80\" 2ms",
        lines);
    put(
        "elb",
        "2024-03-02T09:00:07.186641Z my-lb 192.0.2.1:2817 10.0.0.1:80 0.001 0.020 0.000 200 200 0 57 \"GET https://a.example:443PATH HTTP/1.1\" \"curl/7.38.0\" - -",
        lines);
    put(
        "alb",
        "https 2024-03-02T09:00:07.186641Z app/lb/50dc 198.51.100.11:2817 10.0.0.1:80 0.001 0.020 0.000 200 200 34 366 \"GET https://www.example.org:443PATH HTTP/2.0\" \"curl/8.6.0\" TLS TLSv1.3 arn:aws:x \"Root=1-58\" \"www.example.org\" \"-\" 0 2024-03-02T09:00:07.164000Z \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\"",
        lines);
    put(
        "s3",
        "79a5 bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 79a5 3E57 REST.GET.OBJECT a \"GET PATH HTTP/1.1\" 200 - 113 - 7 - \"-\" \"S3Console/0.4\" - s9lz SigV4 ECDHE AuthHeader bucket1.s3.amazonaws.com TLSV1.2",
        lines);
    putWithHeader(
        "cloudfront",
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query time-taken",
        "2024-03-02\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111.cloudfront.net\tPATH\t200\t-\tMozilla/5.0%20(X)\t-\t0.001",
        lines);
    putWithHeader(
        "w3c",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
        "2024-03-02 09:00:06 10.0.0.4 GET PATH q=1 443 - 198.51.100.10 Mozilla/5.0+(Windows) - 200 0 0 46",
        lines);
    put(
        "squid",
        "1709370009.066    141 198.51.100.13 TCP_MISS/200 4092 GET http://www.example.orgPATH - HIER_DIRECT/192.0.2.4 text/html",
        lines);
    put(
        "haproxy",
        "Mar  2 10:00:10 lb1 haproxy[14]: 198.51.100.14:33317 [02/Mar/2024:10:00:10.655] web~ app/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 \"GET PATH HTTP/1.1\"",
        lines);
    put(
        "caddy",
        "{\"level\":\"info\",\"ts\":1709370008.25,\"request\":{\"remote_ip\":\"198.51.100.12\",\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"a.example\",\"uri\":\"PATH\",\"headers\":{\"User-Agent\":[\"x\"]}},\"duration\":0.0021,\"size\":88,\"status\":200}",
        lines);
    put(
        "traefik_json",
        "{\"ClientHost\":\"192.0.2.1\",\"DownstreamStatus\":200,\"RequestMethod\":\"GET\",\"RequestPath\":\"PATH\",\"RequestProtocol\":\"HTTP/1.1\",\"StartUTC\":\"2024-03-02T09:00:08.25Z\",\"time\":\"2024-03-02T10:00:08+01:00\"}",
        lines);
    put(
        "nginx_json",
        "{\"status\": 200, \"request\": \"GET PATH HTTP/1.1\", \"time_iso8601\": \"2024-03-02T10:00:08+01:00\", \"remote_addr\": \"192.0.2.1\"}",
        lines);
    return lines;
  }

  private static void put(String format, String line, Map<String, List<String>> lines) {
    lines.put(format, List.of(filled(line, "/" + format + "/1"), filled(line, "/a/b")));
  }

  private static void putWithHeader(
      String format, String header, String line, Map<String, List<String>> lines) {
    lines.put(format, List.of(header, filled(line, "/" + format + "/1"), filled(line, "/a/b")));
  }

  private static String filled(String line, String path) {
    return line.replace("TIME", TIME).replace("AGENT", AGENT).replace("PATH", path);
  }
}
