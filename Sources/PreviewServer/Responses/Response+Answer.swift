/// How the answers of the site become responses.
extension Response {
    /// The response to a request that the site has answered.
    init(_ answer: PreviewAnswer, to head: RequestHead, query: String?) {
        switch answer {
        case .content(let content): self = Self.content(content, head: head)
        case .redirect(let path):
            self.init(explaining: .found, fields: [("Location", Self.location(path, query: query))])
        case .notFound(let content): self = Self.page(.notFound, content)
        case .message(let status, let bytes): self = Self.message(Status(status), bytes)
        case .unavailable(let content): self = Self.page(.unavailable, content, fields: [("Retry-After", "1")])
        }
    }

    /// A message for a script.
    private static func message(
        _ status: Status, _ bytes: [UInt8], fields: [(name: String, value: String)] = []
    ) -> Response {
        Response(
            status,
            fields: [
                ("Content-Type", "application/json; charset=utf-8"), ("Cache-Control", "no-store"),
                ("Content-Security-Policy", ContentPolicy.ofFiles),
            ] + fields, content: bytes)
    }

    /// Why a request that writes, or asks for what is written, was refused, for the script that sent it.
    init(refusalForScript refusal: RequestRefusal) {
        // The sentences hold no character that JSON would have otherwise.
        let text = "\(refusal.explanation.zh) \(refusal.explanation.en)"
        self = Self.message(
            refusal.status, Array("{\"error\":{\"code\":\"\(refusal.code)\",\"message\":\"\(text)\"}}".utf8),
            fields: Self.refusalFields(refusal))
    }

    /// A content as the conditions of the request want it, in the order of RFC 9110 §13.2.2.
    private static func content(_ content: PreviewContent, head: RequestHead) -> Response {
        let tag = content.entityTag
        var fields = [("ETag", tag.text), ("Cache-Control", "no-cache")]
        if let list = head["if-match"], !tag.isNamedStrongly(in: list) {
            return Response(explaining: .preconditionFailed)
        }
        if let list = head["if-none-match"], tag.isNamedWeakly(in: list) {
            return Response(.notModified, fields: fields)
        }
        fields += [("Content-Type", content.mediaType), ("Accept-Ranges", "bytes")]
        if let policy = content.policy ?? ContentPolicy.policy(for: content.mediaType) {
            fields.append(("Content-Security-Policy", policy))
        }
        switch range(of: content, head: head) {
        case .whole:
            return Response(.ok, fields: fields, content: content.bytes)
        case .part(let range):
            let description = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.bytes.count)"
            return Response(
                .partialContent, fields: fields + [("Content-Range", description)], content: content.bytes, range: range
            )
        case .unsatisfiable:
            return Response(
                explaining: .rangeNotSatisfiable, fields: [("Content-Range", "bytes */\(content.bytes.count)")])
        }
    }

    /// Ranges are defined for GET alone (RFC 9110 §14.2).
    private static func range(of content: PreviewContent, head: RequestHead) -> ByteRange {
        guard head.method == "GET", let range = head["range"] else { return .whole }
        if let condition = head["if-range"], !content.entityTag.isRangeCondition(condition) { return .whole }
        return ByteRange(range, count: content.bytes.count)
    }

    private static func page(
        _ status: Status, _ content: PreviewContent?, fields: [(name: String, value: String)] = []
    ) -> Response {
        guard let content else { return Response(explaining: status, fields: fields) }
        return Response(
            status, fields: [("Content-Type", content.mediaType), ("Cache-Control", "no-store")] + fields,
            content: content.bytes)
    }

    /// The value of `Location`: a path of this server, in ASCII. Slashes at the beginning become one, since `//host` would
    /// lead elsewhere, as would a backslash in place of the second.
    private static func location(_ path: String, query: String?) -> String {
        let rest = path.drop { $0 == "/" || $0 == "\\" }
        let page = rest.prefix { $0 != "#" }
        let query = query.flatMap { page.contains("?") ? nil : "?" + $0 } ?? ""
        var location = "/"
        for byte in (page + query + rest.dropFirst(page.count)).utf8 {
            if byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte) {
                location.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                location += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return location
    }
}
