#include "input/http_message.hpp"

#include "catch.hpp"

using faktum::parse_http_head;

TEST_CASE("the head of a response") {
  const auto head = parse_http_head(
      "HTTP/1.1 200 OK\r\nContent-type: Text/HTML; Charset=\"ISO-8859-1\"\r\n"
      "Transfer-Encoding: chunked\r\nX-Long: a\r\n b\r\n\r\nbody");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->type.name == "text/html");
  CHECK(head->type.encoding == "\"ISO-8859-1\"");
  CHECK(head->chunked);
  CHECK(!parse_http_head("HTTP/1.1 200 OK\r\n"));
  CHECK(!parse_http_head("GET / HTTP/1.1\r\n\r\n"));
  CHECK(parse_http_head("HTTP/1.1\n\n")->status == 0);
}

TEST_CASE("chunks are joined, and what has none stays") {
  faktum::HttpHead head{};
  head.chunked = true;
  const auto unpack = [&](std::string body) {
    const auto error = faktum::unpack_body(head, 100, body);
    return error ? error->code : body;
  };
  CHECK(unpack("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n") == "abcde");
  CHECK(unpack("3\nabc\n0\n\n") == "abc");
  CHECK(unpack("<p>schon entpackt</p>") == "<p>schon entpackt</p>");
  CHECK(unpack("8\r\nabc") == "input.truncated");
  CHECK(unpack("ffffffffffffffff\r\nabc") == "input.truncated");
}

TEST_CASE("codings that are not read are named") {
  faktum::HttpHead head{};
  head.coding = "compress";
  std::string body = "\x1F\x9D";
  CHECK(faktum::unpack_body(head, 100, body)->code == "input.unsupported");
  body = "  <html>";
  CHECK(!faktum::unpack_body(head, 100, body));
}
