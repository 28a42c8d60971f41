package org.hitledger.logformat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hitledger.logformat.Values.values;

import java.time.ZoneOffset;
import org.hitledger.access.Unparsed;
import org.junit.jupiter.api.Test;

/** A line of each format with its right values: those of the definitions, and more of our own. */
class SamplesTest {
  @Test
  void vhost_combined() {
    assertThat(
            values(
                "vhost_combined",
                "shop.example:443 198.51.100.7 - - [02/Mar/2024:10:00:01 +0100] \"GET /cart?id=7 HTTP/2.0\" 200 512 \"-\" \"Mozilla/5.0 (X11)\""))
        .containsEntry("vhost", "shop.example:443")
        .containsEntry("host", "198.51.100.7")
        .containsEntry("path", "/cart")
        .containsEntry("query", "id=7")
        .containsEntry("time", "2024-03-02T09:00:01Z")
        .containsEntry("utc_offset", "+0100")
        .containsEntry("user_agent", "Mozilla/5.0 (X11)");
  }

  @Test
  void vhost_common() {
    assertThat(
            values(
                "vhost_common",
                "shop.example 198.51.100.7 - jo [02/Mar/2024:10:00:01 +0100] \"GET /cart HTTP/2.0\" 200 512"))
        .containsEntry("vhost", "shop.example")
        .containsEntry("user", "jo")
        .doesNotContainKey("user_agent");
  }

  @Test
  void forwarded_combined() {
    assertThat(
            values(
                "forwarded_combined",
                "203.0.113.9, 10.1.1.1, 10.1.1.2 - - [02/Mar/2024:10:00:02 +0100] \"GET /a HTTP/1.1\" 200 7 \"-\" \"x\""))
        .containsEntry("host", "203.0.113.9")
        .containsEntry("forwarded_for", "203.0.113.9, 10.1.1.1, 10.1.1.2");
  }

  @Test
  void nginx_main() {
    assertThat(
            values(
                "nginx_main",
                "198.51.100.8 - jo [02/Mar/2024:10:00:03 +0100] \"GET /b HTTP/1.1\" 499 0 \"-\" \"\" \"203.0.113.4\""))
        .containsEntry("user", "jo")
        .containsEntry("status", "499")
        .containsEntry("forwarded_for", "203.0.113.4")
        .doesNotContainKey("user_agent");
  }

  @Test
  void string_of_nginx() {
    assertThat(
            values(
                "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent $request_length $request_time \"$http_referer\" \"$http_user_agent\"",
                "198.51.100.9 - - [02/Mar/2024:10:00:04 +0100] \"GET /c HTTP/1.1\" 200 31 240 0.013 \"-\" \"x\""))
        .containsEntry("bytes", "31")
        .containsEntry("bytes_received", "240")
        .containsEntry("duration", "13000");
  }

  @Test
  void string_of_nginx_pasted_whole() {
    assertThat(
            values(
                """
                log_format main '$remote_addr - $remote_user [$time_iso8601] "$request" '
                                '$status $bytes_sent "$http_x_request_id" $upstream_response_time';
                """,
                "198.51.100.9 - Jo Smith [2024-03-02T10:00:04+01:00] \"GET /c HTTP/1.1\" 200 31 \"-\" 0.010, 0.020"))
        .containsEntry("time", "2024-03-02T09:00:04Z")
        .containsEntry("utc_offset", "+0100")
        .containsEntry("user", "Jo Smith")
        .containsEntry("extra upstream_response_time", "0.010, 0.020")
        .doesNotContainKey("extra http_x_request_id");
  }

  @Test
  void texts_without_quotes_are_one_word_where_the_line_fits_so() {
    String format = "%h %{X-Id}i %l %u %t %{Note}i %>s \"%r\"";
    assertThat(values(format, "::1 ab - - [02/Mar/2024:10:00:04 +0100] n 200 \"GET /c HTTP/1.1\""))
        .containsEntry("extra %{X-Id}i", "ab")
        .containsEntry("extra %{Note}i", "n")
        .doesNotContainKeys("identity", "user");
    assertThat(values(format, "::1 - jo [02/Mar/2024:10:00:04 +0100] 200 \"GET /c HTTP/1.1\""))
        .containsEntry("user", "jo")
        .containsEntry("status", "200")
        .doesNotContainKeys("extra %{X-Id}i", "extra %{Note}i");
  }

  @Test
  void string_of_apache_pasted_whole() {
    assertThat(
            values(
                "    LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b %D\" timed",
                "192.0.2.1 - - [02/Mar/2024:10:00:04 +0100] \"GET /c HTTP/1.1\" 200 31 77"))
        .containsEntry("path", "/c")
        .containsEntry("duration", "77");
  }

  @Test
  void string_of_apache() {
    assertThat(
            values(
                "%{%Y-%m-%dT%H:%M:%S}t.%{usec_frac}t %a \"%r\" %>s %B %D \"%{X-Request-Id}i\"",
                "2024-03-02T10:00:05.000120 2001:db8::5 \"GET /d HTTP/1.1\" 204 0 1523 \"ab-12\""))
        .containsEntry("time", "2024-03-02T10:00:05.000120Z")
        .containsEntry("host", "2001:db8::5")
        .containsEntry("duration", "1523")
        .containsEntry("extra %{X-Request-Id}i", "ab-12")
        .doesNotContainKey("utc_offset");
  }

  @Test
  void alb() {
    assertThat(
            values(
                "alb",
                "https 2024-03-02T09:00:07.186641Z app/lb/50dc 198.51.100.11:2817 10.0.0.1:80 0.001 0.020 0.000 200 200 34 366 \"GET https://www.example.org:443/g?x=1 HTTP/2.0\" \"curl/8.6.0\" TLS_AES_128_GCM_SHA256 TLSv1.3 arn:aws:x \"Root=1-58\" \"www.example.org\" \"-\" 0 2024-03-02T09:00:07.164000Z \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\""))
        .containsEntry("time", "2024-03-02T09:00:07.164Z")
        .containsEntry("host", "198.51.100.11")
        .containsEntry("path", "/g")
        .containsEntry("query", "x=1")
        .containsEntry("status", "200")
        .containsEntry("bytes", "366")
        .containsEntry("bytes_received", "34")
        .containsEntry("duration", "21000")
        .containsEntry("vhost", "www.example.org")
        .containsEntry("extra target:port", "10.0.0.1:80");
  }

  @Test
  void alb_that_reached_no_target() {
    assertThat(
            values(
                "alb",
                "h2 2024-03-02T09:00:07.186641Z app/lb/50dc 2001:db8::1:2817 - -1 -1 -1 502 - 34 366 \"- - - \" \"-\" - - - \"-\" \"-\" \"-\" - - \"-\" \"-\" \"-\" \"-\" \"-\" \"-\" \"-\" TID_1 more to come"))
        .containsEntry("time", "2024-03-02T09:00:07.186641Z")
        .containsEntry("host", "2001:db8::1")
        .doesNotContainKey("duration")
        .doesNotContainKey("path")
        .containsEntry("extra conn_trace_id", "TID_1");
  }

  @Test
  void elb() {
    assertThat(
            values(
                "elb",
                "2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000086 0.001048 0.001337 200 200 0 57 \"GET https://www.example.com:443/ HTTP/1.1\" \"curl/7.38.0\" DHE-RSA-AES128-SHA TLSv1.2"))
        .containsEntry("duration", "2471")
        .containsEntry("bytes", "57")
        .containsEntry("user_agent", "curl/7.38.0")
        .containsEntry("extra ssl_protocol", "TLSv1.2");
  }

  @Test
  void s3() {
    assertThat(
            values(
                "s3",
                "79a59df900b949e5 amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 79a59df900b949e5 3E57427F3EXAMPLE REST.GET.VERSIONING - \"GET /amzn-s3-demo-bucket1?versioning HTTP/1.1\" 200 - 113 - 7 - \"-\" \"S3Console/0.4\" - s9lzHYrFp76ZVxRcpX9 SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2 arn:aws:s3:us-west-1:123456789012:accesspoint/example-AP Yes"))
        .containsEntry("time", "2019-02-06T00:00:38Z")
        .containsEntry("path", "/amzn-s3-demo-bucket1")
        .containsEntry("duration", "7000")
        .containsEntry("bytes", "113")
        .containsEntry("extra aclRequired", "Yes")
        .containsEntry("vhost", "amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com");
  }

  @Test
  void squid() {
    assertThat(
            values(
                "squid",
                "1709370009.066    141 198.51.100.13 TCP_MISS/200 4092 GET http://www.example.org/i/j.html - HIER_DIRECT/192.0.2.4 text/html"))
        .containsEntry("time", "2024-03-02T09:00:09.066Z")
        .containsEntry("duration", "141000")
        .containsEntry("status", "200")
        .containsEntry("bytes", "4092")
        .containsEntry("path", "/i/j.html")
        .containsEntry("extra code", "TCP_MISS")
        .doesNotContainKey("utc_offset");
  }

  @Test
  void haproxy() {
    String line =
        "198.51.100.14:33317 [02/Mar/2024:10:00:10.655] web~ app/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 \"GET /k HTTP/1.1\"";
    for (String prefix :
        new String[] {
          "Mar  2 10:00:10 lb1 haproxy[14]: ",
          "2024-03-02T10:00:10+01:00 lb1 haproxy[14]: ",
          "haproxy[14]: ",
          ""
        }) {
      assertThat(values("haproxy", prefix + line))
          .containsEntry("host", "198.51.100.14")
          .containsEntry("time", "2024-03-02T10:00:10.655Z")
          .containsEntry("duration", "109000")
          .containsEntry("status", "200")
          .containsEntry("bytes", "2750")
          .containsEntry("path", "/k");
    }
  }

  @Test
  void haproxy_with_captured_headers() {
    assertThat(
            values(
                "haproxy",
                "10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/69/+109 200 +2750 - - ---- 1/1/1/1/+1 0/0 {1wt.eu} {} \"GET /index.html HTTP/1.1\""))
        .containsEntry("duration", "109000")
        .containsEntry("bytes", "2750")
        .containsEntry("extra captured_request_headers", "1wt.eu");
  }

  @Test
  void combinedio() {
    assertThat(
            values(
                "combinedio",
                "192.0.2.1 - - [02/Mar/2024:10:00:01 +0100] \"GET /x HTTP/1.1\" 200 512 \"-\" \"a \\\"b\\\"\" 300 900"))
        .containsEntry("bytes", "512")
        .containsEntry("bytes_received", "300")
        .containsEntry("extra %O", "900")
        .containsEntry("user_agent", "a \\\"b\\\"");
  }

  @Test
  void ingress_nginx() {
    assertThat(
            values(
                "ingress_nginx",
                "192.0.2.1 - - [02/Mar/2024:10:00:01 +0100] \"GET /x HTTP/1.1\" 200 512 \"-\" \"curl\" 78 0.002 [default-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 512 0.001, 0.001 502, 200 abc123"))
        .containsEntry("duration", "2000")
        .containsEntry("bytes_received", "78")
        .containsEntry("extra proxy_upstream_name", "default-web-80")
        .containsEntry("extra upstream_status", "502, 200")
        .containsEntry("extra req_id", "abc123");
  }

  @Test
  void nginx_proxy_manager() {
    assertThat(
            values(
                "nginx_proxy_manager",
                "[02/Mar/2024:10:00:01 +0100] - 200 200 - GET https app.example \"/x?y=1\" [Client 192.0.2.1] [Length 1024] [Gzip -] [Sent-to 10.0.0.5] \"Mozilla/5.0\" \"https://app.example/\""))
        .containsEntry("host", "192.0.2.1")
        .containsEntry("vhost", "app.example")
        .containsEntry("target", "/x?y=1")
        .containsEntry("bytes", "1024")
        .containsEntry("extra server", "10.0.0.5");
    assertThat(
            values(
                "nginx_proxy_manager",
                "[02/Mar/2024:10:00:01 +0100] 404 - GET http localhost \"/\" [Client 192.0.2.1] [Length 5] [Gzip -] \"-\" \"-\""))
        .containsEntry("status", "404")
        .containsEntry("path", "/");
  }

  @Test
  void traefik() {
    assertThat(
            values(
                "traefik",
                "192.0.2.1 - - [02/Mar/2024:10:00:01 +0100] \"GET /x HTTP/1.1\" 200 2326 \"-\" \"curl\" 1 \"web@docker\" \"http://10.0.0.1:80\" 2ms"))
        .containsEntry("duration", "2000")
        .containsEntry("bytes", "2326")
        .containsEntry("extra RouterName", "web@docker");
  }

  @Test
  void w3c_of_iis() {
    LineReader reader = LogFormats.of("w3c", ZoneOffset.UTC).reader();

    assertThat(
            reader.read(
                "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken"
                    .getBytes(UTF_8)))
        .isEqualTo(Unparsed.HEADER);
    assertThat(
            values(
                reader,
                "2024-03-02 09:00:06 10.0.0.4 GET /e/f.aspx q=1 443 - 198.51.100.10 Mozilla/5.0+(Windows) - 200 0 0 46"))
        .containsEntry("target", "/e/f.aspx?q=1")
        .containsEntry("path", "/e/f.aspx")
        .containsEntry("duration", "46000")
        .containsEntry("user_agent", "Mozilla/5.0+(Windows)")
        .containsEntry("extra s-ip", "10.0.0.4")
        .containsEntry("extra s-port", "443")
        .containsEntry("extra sc-substatus", "0")
        .containsEntry("extra sc-win32-status", "0")
        .containsEntry("time", "2024-03-02T09:00:06Z")
        .doesNotContainKeys("utc_offset", "extra date", "extra time");
  }

  @Test
  void cloudfront() {
    LineReader reader = LogFormats.of("cloudfront", ZoneOffset.UTC).reader();
    reader.read("#Version: 1.0".getBytes(UTF_8));
    reader.read(
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version"
            .getBytes(UTF_8));

    assertThat(
            values(
                reader,
                "2019-12-04\t21:02:31\tLAX1\t392\t192.0.2.100\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0)\t-\t-\tHit\tSOX4xw\twww.example\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE\tHit\tHTTP/2.0"))
        .containsEntry("vhost", "www.example")
        .containsEntry("duration", "1000")
        .containsEntry("bytes", "392")
        .containsEntry("bytes_received", "23")
        .containsEntry("protocol", "HTTP/2.0")
        .containsEntry("extra cs(Host)", "d111111abcdef8.cloudfront.net")
        .containsEntry("extra cs-protocol", "https")
        .containsEntry("user_agent", "Mozilla/5.0%20(Windows%20NT%2010.0)");
  }

  @Test
  void caddy() {
    assertThat(
            values(
                "caddy",
                "{\"level\":\"info\",\"ts\":1709370008.25,\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"remote_ip\":\"198.51.100.12\",\"proto\":\"HTTP/2.0\",\"method\":\"GET\",\"host\":\"blog.example\",\"uri\":\"/h?i=1\",\"headers\":{\"User-Agent\":[\"x \\\"y\\\"\"],\"Referer\":[\"https://e.example/\"]}},\"duration\":0.0021,\"size\":88,\"status\":200}"))
        .containsEntry("time", "2024-03-02T09:00:08.250Z")
        .containsEntry("host", "198.51.100.12")
        .containsEntry("vhost", "blog.example")
        .containsEntry("path", "/h")
        .containsEntry("query", "i=1")
        .containsEntry("user_agent", "x \"y\"")
        .containsEntry("referer", "https://e.example/")
        .containsEntry("duration", "2100")
        .containsEntry("bytes", "88")
        .containsEntry("extra logger", "http.log.access")
        .doesNotContainKeys("extra ts", "utc_offset");
  }

  @Test
  void traefik_json() {
    assertThat(
            values(
                "traefik_json",
                "{\"ClientHost\":\"192.0.2.1\",\"ClientUsername\":\"-\",\"DownstreamContentSize\":42,\"DownstreamStatus\":200,\"Duration\":1234567,\"RequestHost\":\"web.example\",\"RequestMethod\":\"GET\",\"RequestPath\":\"/x?y=1\",\"RequestProtocol\":\"HTTP/1.1\",\"StartUTC\":\"2024-03-02T09:00:08.25Z\",\"request_User-Agent\":\"curl\",\"time\":\"2024-03-02T10:00:08+01:00\"}"))
        .containsEntry("time", "2024-03-02T09:00:08.250Z")
        .containsEntry("duration", "1234")
        .containsEntry("bytes", "42")
        .containsEntry("path", "/x")
        .containsEntry("extra time", "2024-03-02T10:00:08+01:00");
  }

  @Test
  void nginx_json() {
    assertThat(
            values(
                "nginx_json",
                "{\"status\": 200, \"request\": \"GET /x?\\u00e9 HTTP/1.1\", \"time_iso8601\": \"2024-03-02T10:00:08+01:00\", \"remote_addr\": \"192.0.2.1\", \"upstream\": {\"time\": [0.1, \"b\"]}}"))
        .containsEntry("time", "2024-03-02T09:00:08Z")
        .containsEntry("utc_offset", "+0100")
        .containsEntry("status", "200")
        .containsEntry("extra upstream.time", "[0.1,\"b\"]");
  }

  @Test
  void keys_of_ones_own() {
    assertThat(
            values(
                "json:time=at,target=req.uri,method=req.m,duration=took:ms,host=a.b",
                "{\"at\":1709370008250,\"req\":{\"uri\":\"/x y\",\"m\":\"GET\"},\"took\":1.5,\"a\":{\"b\":\"nested\"},\"a.b\":\"as it stands\"}"))
        .containsEntry("time", "2024-03-02T09:00:08.250Z")
        .containsEntry("path", "/x y")
        .containsEntry("duration", "1500")
        .containsEntry("host", "as it stands");
  }

  @Test
  void template_of_nginx_that_makes_json() {
    assertThat(
            values(
                "log_format json escape=json '{\"at\":\"$time_iso8601\",' '\"code\":$status,\"req\":\"$request\",\"id\":\"$request_id\"}';",
                "{\"at\":\"2024-03-02T10:00:08+01:00\",\"code\":404,\"req\":\"GET /x HTTP/1.1\",\"id\":\"77\"}"))
        .containsEntry("status", "404")
        .containsEntry("path", "/x")
        .containsEntry("extra id", "77");
  }
}
