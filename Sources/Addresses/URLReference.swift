/// The part of a URL behind its host, as somebody wrote it: `rules/measures.md?page=2#art-8` (RFC 3986, 4.2).
package struct URLReference: Sendable, Hashable {
    /// The path, decoded once; the names in it are as they are on the disk.
    package let path: String
    /// As it is written, without its question mark; `nil` where there is none or nothing behind it.
    package let query: String?
    /// As it is written, without `#`; `nil` where there is none or nothing behind it.
    package let fragment: String?

    package init(_ text: some StringProtocol) {
        let sign = text.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? text.endIndex
        path = PercentEncoding.decoded(text[..<sign])
        let rest = text[sign...]
        guard let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) else {
            query = Self.content(of: rest)
            fragment = nil
            return
        }
        query = Self.content(of: rest[..<mark])
        fragment = Self.content(of: rest[mark...])
    }

    /// Query and fragment as they stand behind an address.
    package static func suffix(query: String?, fragment: String?) -> String {
        (query.map { "?" + PercentEncoding.written($0) } ?? "")
            + (fragment.map { "#" + PercentEncoding.written($0) } ?? "")
    }

    /// What follows the sign at the beginning.
    private static func content(of part: some StringProtocol) -> String? {
        part.utf8.count > 1 ? String(part.dropFirst()) : nil
    }
}
