import Diagnostics

/// A response before it is written.
struct Response: Sendable {
    /// What became of the request.
    let status: Status
    /// Fields that this response has beside those of every response.
    let fields: [(name: String, value: String)]
    /// The bytes that stand behind the response.
    let content: [UInt8]
    /// The part of them that is sent.
    let range: Range<Int>

    /// A response with all bytes of a content.
    init(_ status: Status, fields: [(name: String, value: String)], content: [UInt8] = []) {
        self.init(status, fields: fields, content: content, range: 0..<content.count)
    }

    /// A response with a part of a content.
    init(_ status: Status, fields: [(name: String, value: String)], content: [UInt8], range: Range<Int>) {
        self.status = status
        self.fields = fields
        self.content = content
        self.range = range
    }

    /// A response that says what is the matter, in Chinese and English.
    ///
    /// - Parameter explanation: more than the status says by itself.
    init(
        explaining status: Status, _ explanation: LocalizedText? = nil, fields: [(name: String, value: String)] = []
    ) {
        let explanation = explanation ?? status.explanation
        let text = "\(explanation.zh)\n\(explanation.en)\n"
        self.init(
            status,
            fields: [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")] + fields,
            content: Array(text.utf8))
    }

    /// The response to a request that is refused.
    init(refusal: RequestRefusal) {
        self.init(explaining: refusal.status, refusal.explanation, fields: Self.refusalFields(refusal))
    }

    /// RFC 9110 §15.5.6: a 405 tells what is allowed.
    static func refusalFields(_ refusal: RequestRefusal) -> [(name: String, value: String)] {
        switch refusal {
        case .method: [("Allow", "GET, HEAD")]
        case .actionMethod: [("Allow", "POST")]
        case .busy: [("Retry-After", "1")]
        default: []
        }
    }

    /// Whether the response has no content by its status, and no length of one (RFC 9110 §15.4.5).
    private var hasNoContent: Bool { status == .notModified }

    /// Status line and fields, with the empty line.
    ///
    /// - Parameter connection: the value of `Connection`, if it needs one.
    func head(connection: String?, date: String) -> [UInt8] {
        var text = "HTTP/1.1 \(status.rawValue) \(status.reason)\r\nDate: \(date)\r\n"
        for (name, value) in fields { text += "\(name): \(Self.safe(value))\r\n" }
        if !hasNoContent { text += "Content-Length: \(range.count)\r\n" }
        text += Self.protection
        if let connection { text += "Connection: \(connection)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// Fields of every response: other sites get nothing to read, and the name of the preview goes nowhere.
    static let protection =
        "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\n"

    /// A value without what would end its line.
    private static func safe(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return value }
        return String(decoding: value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }
}
