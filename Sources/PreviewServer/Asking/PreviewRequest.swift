/// What a client asks of the site: GET or HEAD of one address, or POST to that of the action or of what is written.
package struct PreviewRequest: Sendable {
    /// The address, decoded.
    package let path: PreviewPath
    /// What follows the question mark, as it was sent; `nil` without one.
    package let query: String?
    /// Whether something is to be done; a page of the preview has asked for it then.
    package let isAction: Bool
    package let body: RequestBody

    package init(path: PreviewPath, query: String?, isAction: Bool = false, body: RequestBody = .none) {
        self.path = path
        self.query = query
        self.isAction = isAction
        self.body = body
    }

    /// The parts of the query by their names, decoded; the first of each name. What is not well-formed is left out.
    package var parameters: [String: String] {
        var values: [String: String] = [:]
        for part in (query ?? "").split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(pair[0]), let value = Self.decoded(pair.count > 1 ? pair[1] : ""),
                values[name] == nil
            else { continue }
            values[name] = value
        }
        return values
    }

    /// A part of a query as scripts write it (WHATWG URL, application/x-www-form-urlencoded).
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8.makeIterator()
        func digit(_ byte: UInt8?) -> UInt8? {
            byte.flatMap { Character(Unicode.Scalar($0)).hexDigitValue }.map(UInt8.init)
        }
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.next()), let low = digit(rest.next()) else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
