package org.hitledger.logformat;

import java.time.ZoneId;
import org.hitledger.pattern.LinePattern.Tail;
import org.hitledger.pattern.Shape;
import org.hitledger.timetext.ClfTime;
import org.hitledger.timetext.IsoTime;

/**
 * The access logs of Amazon's load balancers and of S3, by the names in their user guides ("Access
 * logs for your Application Load Balancer", "Access logs for your Classic Load Balancer", "Amazon
 * S3 server access log format"). Amazon adds fields at the end: what is behind the known ones is
 * left.
 */
final class AmazonFields {
  private static final String ELB =
      "$timestamp $elb $client_ip:$client_port ${backend:port} $request_processing_time $backend_processing_time $response_processing_time $elb_status_code $backend_status_code $received_bytes $sent_bytes \"$request\"";

  private static final String ALB =
      "$type $time $elb $client_ip:$client_port ${target:port} $request_processing_time $target_processing_time $response_processing_time $elb_status_code $target_status_code $received_bytes $sent_bytes \"$request\" \"$user_agent\" $ssl_cipher $ssl_protocol $target_group_arn \"$trace_id\"";

  private static final String ALB_DECISION =
      " \"$domain_name\" \"$chosen_cert_arn\" $matched_rule_priority $request_creation_time \"$actions_executed\" \"$redirect_url\" \"$error_reason\"";

  private static final String ALB_TARGETS =
      " \"${target:port_list}\" \"$target_status_code_list\" \"$classification\" \"$classification_reason\"";

  private static final String ALB_TRANSFORM =
      " $conn_trace_id \"$transformed_host\" \"$transformed_uri\" \"$request_transform_status\"";

  private static final String S3 =
      "${Bucket Owner} $Bucket [$Time] ${Remote IP} $Requester ${Request ID} $Operation $Key \"${Request-URI}\" ${HTTP status} ${Error Code} ${Bytes Sent} ${Object Size} ${Total Time} ${Turn-Around Time} \"$Referer\" \"${User-Agent}\" ${Version Id}";

  private static final String S3_SECURITY =
      " ${Host Id} ${Signature Version} ${Cipher Suite} ${Authentication Type} ${Host Header} ${TLS version}";

  private AmazonFields() {}

  static LogFormat elb(String name, ZoneId zone) {
    return TextFormats.documented(
        name,
        AmazonFields::balancer,
        Tail.ANYTHING,
        zone,
        ELB + " \"$user_agent\" $ssl_cipher $ssl_protocol",
        ELB);
  }

  static LogFormat alb(String name, ZoneId zone) {
    return TextFormats.documented(
        name,
        AmazonFields::balancer,
        Tail.ANYTHING,
        zone,
        ALB + ALB_DECISION + ALB_TARGETS + ALB_TRANSFORM,
        ALB + ALB_DECISION + ALB_TARGETS + " $conn_trace_id",
        ALB + ALB_DECISION + ALB_TARGETS,
        ALB + ALB_DECISION,
        ALB);
  }

  static LogFormat s3(String name, ZoneId zone) {
    return TextFormats.documented(
        name,
        AmazonFields::bucket,
        Tail.ANYTHING,
        zone,
        S3 + S3_SECURITY + " ${Access Point ARN} $aclRequired",
        S3 + S3_SECURITY + " ${Access Point ARN}",
        S3 + S3_SECURITY,
        S3);
  }

  private static Directive balancer(String name) {
    return switch (name) {
      case "request_creation_time" -> Directive.time(name, new IsoTime(), 0);
      case "time", "timestamp" -> Directive.time(name, new IsoTime(), 1);
      case "client_ip" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "request_processing_time",
          "target_processing_time",
          "backend_processing_time",
          "response_processing_time" ->
          Directive.of(name, new Meaning.Took(DurationUnit.SECONDS, 0), Shape.DECIMAL);
      case "elb_status_code" -> Directive.of(name, AccessField.STATUS, Shape.NUMBER);
      case "received_bytes" -> Directive.of(name, AccessField.BYTES_RECEIVED, Shape.NUMBER);
      case "sent_bytes" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
      case "request" -> Directive.of(name, AccessField.REQUEST, Shape.QUOTED);
      case "user_agent" -> Directive.of(name, AccessField.USER_AGENT, Shape.QUOTED);
      case "domain_name" -> Directive.of(name, AccessField.VHOST, Shape.QUOTED);
      case "client_port" -> Directive.extra(name, Shape.NUMBER);
      default -> Directive.extra(name, Shape.WORD);
    };
  }

  private static Directive bucket(String name) {
    return switch (name) {
      case "Time" -> Directive.time(name, new ClfTime(), 0);
      case "Remote IP" -> Directive.of(name, AccessField.HOST, Shape.WORD);
      case "Requester" -> Directive.of(name, AccessField.USER, Shape.WORD);
      case "Request-URI" -> Directive.of(name, AccessField.REQUEST, Shape.QUOTED);
      case "HTTP status" -> Directive.of(name, AccessField.STATUS, Shape.NUMBER);
      case "Bytes Sent" -> Directive.of(name, AccessField.SIZE, Shape.NUMBER);
      case "Total Time" ->
          Directive.of(name, new Meaning.Took(DurationUnit.MILLISECONDS, 0), Shape.DECIMAL);
      case "Referer" -> Directive.of(name, AccessField.REFERER, Shape.QUOTED);
      case "User-Agent" -> Directive.of(name, AccessField.USER_AGENT, Shape.QUOTED);
      case "Host Header" -> Directive.of(name, AccessField.VHOST, Shape.WORD);
      case "client_port" -> Directive.extra(name, Shape.NUMBER);
      default -> Directive.extra(name, Shape.WORD);
    };
  }
}
