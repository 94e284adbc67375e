import Testing

@testable import PreviewServer

@Suite("Parts of responses")
struct ResponseValueTests {
    @Test(
        "a range is the part that RFC 9110 says",
        arguments: [
            ("bytes=0-0", .part(0..<1)), ("bytes=2-5", .part(2..<6)), ("bytes=2-", .part(2..<10)),
            ("bytes=2-99", .part(2..<10)), ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)),
            ("Bytes= 2-5 ", .part(2..<6)), ("bytes=9-99999999999999999999", .part(9..<10)),
            ("bytes=10-", .unsatisfiable), ("bytes=10-12", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable),
            ("bytes=0-1,3-4", .whole), ("bytes=5-2", .whole), ("bytes=-", .whole), ("bytes=", .whole),
            ("bytes", .whole),
            ("lines=1-2", .whole), ("bytes=a-b", .whole), ("bytes=1-2-3", .whole), ("bytes=+1-2", .whole), ("", .whole),
            ("bytes=--1", .whole), ("bytes=1", .whole),
        ] as [(String, ByteRange)])
    func ranges(value: String, range: ByteRange) {
        #expect(ByteRange(value, count: 10) == range)
    }

    @Test("nothing of an empty content can be a part")
    func emptyRanges() {
        #expect(ByteRange("bytes=0-", count: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", count: 0) == .unsatisfiable)
    }

    @Test("tags are those of the bytes and are found in lists")
    func tags() {
        let tag = EntityTag(of: Array("abc".utf8))
        #expect(tag.text == "\"ba7816bf8f01cfea414140de5dae2223\"")
        #expect(tag != EntityTag(of: Array("abd".utf8)))
        for list in [tag.text, "W/\(tag.text)", "\"a,b\", \(tag.text)", " , \(tag.text) ,", "*", " * "] {
            #expect(tag.isNamedWeakly(in: list))
        }
        for list in ["", "\"\"", tag.opaque, "\"\(tag.opaque)", "\(tag.text) \(tag.text)", "w/\(tag.text)", "\"x\", *"]
        {
            #expect(!tag.isNamedWeakly(in: list))
        }
        #expect(tag.isNamedStrongly(in: "\"x\", \(tag.text)"))
        #expect(!tag.isNamedStrongly(in: "W/\(tag.text)"))
        #expect(tag.isRangeCondition(tag.text))
        #expect(!tag.isRangeCondition("W/\(tag.text)"))
        #expect(!tag.isRangeCondition("Tue, 24 Nov 2026 23:07:34 GMT"))
    }

    @Test(
        "names tell media types",
        arguments: [
            ("/index.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"),
            ("/feed.atom", "application/atom+xml; charset=utf-8"), ("表.ofd", "application/ofd"),
            ("a.tar.gz", "application/gzip"), ("/f/font.woff2", "font/woff2"),
            ("form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("/html", "application/octet-stream"), ("/.html", "application/octet-stream"),
            ("/a.html/b", "application/octet-stream"), ("/a.", "application/octet-stream"),
            ("", "application/octet-stream"),
        ])
    func mediaTypes(path: String, type: String) {
        #expect(MediaType.ofFile(path) == type)
    }

    @Test(
        "dates are those of RFC 9110",
        arguments: [
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        ])
    func dates(seconds: Int, text: String) {
        #expect(HTTPDate.text(secondsSince1970: seconds) == text)
    }

    @Test("every status explains itself in two languages")
    func statuses() {
        for status in Status.allCases {
            #expect(!status.reason.isEmpty && !status.explanation.zh.isEmpty && !status.explanation.en.isEmpty)
        }
    }
}
