/// The head of a request, split into its parts (RFC 9112 §3, §5).
package struct RequestHead: Sendable, Hashable {
    /// One header field; the value without white space around it.
    package struct Field: Sendable, Hashable {
        /// As it was sent; names are compared without regard to case.
        package let name: String
        /// Without what stands around it.
        package let value: String
    }

    /// As it was sent: methods are case-sensitive (RFC 9110 §9.1).
    package let method: String
    /// The bytes between method and version, of which none is a control character or a space.
    package let target: [UInt8]
    /// 0 or 1: the program speaks HTTP/1.0 and HTTP/1.1.
    package let minorVersion: Int
    /// In the order in which they were sent.
    package let fields: [Field]

    /// The values of all lines of a field, in their order.
    func values(of name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name }.map(\.value)
    }

    /// The value of a field, its lines joined as RFC 9110 §5.3 says; `nil` without the field.
    package subscript(name: String) -> String? {
        let values = values(of: name)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// Whether the client expects to use the connection again (RFC 9112 §9.3).
    package var keepsConnection: Bool {
        let options = (self["connection"] ?? "").split(separator: ",").map {
            $0.trimmingSpaces().lowercased()
        }
        if options.contains("close") { return false }
        return minorVersion == 1 || options.contains("keep-alive")
    }

    /// Whether bytes of a body follow; they are never read.
    var announcesBody: Bool {
        (self["content-length"] ?? "0").contains { $0 != "0" }
    }
}

extension StringProtocol {
    /// The text without the spaces and tabs around it (OWS, RFC 9110 §5.6.3).
    func trimmingSpaces() -> SubSequence {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
