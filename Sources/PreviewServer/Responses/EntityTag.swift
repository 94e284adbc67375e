import Crypto

/// A strong validator: equal tags mean equal bytes (RFC 9110 §8.8.3).
struct EntityTag: Sendable, Hashable {
    /// What stands between the quotation marks.
    let opaque: String

    /// The tag of a content: half of its SHA-256.
    init(of bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        let hexadecimal = SHA256.hash(data: bytes).prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        opaque = String(decoding: hexadecimal, as: UTF8.self)
    }

    /// The value of `ETag`.
    var text: String { "\"\(opaque)\"" }

    /// Whether `If-None-Match` names this tag, so that the client has these bytes. Weak tags count by their opaque part
    /// (§13.1.2).
    func isNamedWeakly(in list: String) -> Bool {
        list.trimmingSpaces() == "*" || Self.parse(list).contains { $0.opaque == opaque }
    }

    /// Whether `If-Match` names this tag; weak tags never count (§13.1.1).
    func isNamedStrongly(in list: String) -> Bool {
        list.trimmingSpaces() == "*" || Self.parse(list).contains { !$0.isWeak && $0.opaque == opaque }
    }

    /// Whether `If-Range` is exactly this tag, so that a part may be sent (§13.1.5). A date never is: the server gives no
    /// dates.
    func isRangeCondition(_ value: String) -> Bool {
        value.trimmingSpaces() == text
    }

    /// The tags of a list; none of a list that is not well-formed. Commas may stand inside of tags.
    private static func parse(_ list: String) -> [(isWeak: Bool, opaque: String)] {
        var tags: [(isWeak: Bool, opaque: String)] = []
        var rest = list[...]
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
            guard !rest.isEmpty else { return tags }
            let isWeak = rest.hasPrefix("W/")
            if isWeak { rest = rest.dropFirst(2) }
            guard rest.first == "\"" else { return [] }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { return [] }
            tags.append((isWeak, String(rest[..<end])))
            rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\t" }
            guard rest.isEmpty || rest.first == "," else { return [] }
        }
    }
}
