import PreviewServer

/// A page of the site in a frame of the desk: the page as it is, without its scripts. One script of the desk takes their place, and
/// no other runs.
struct BesidePage {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var content: PreviewContent {
        let nonce = String((0..<24).map { _ in Self.signs[Int.random(in: Self.signs.indices)] })
        let policy =
            "script-src 'nonce-\(nonce)'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        let script = Array("<script nonce=\"\(nonce)\" src=\"/_showcase/desk/beside.js\" defer></script>\n".utf8)
        var page = withoutScripts
        let end = Self.lastIndex(of: Array("</body>".utf8), in: page) ?? page.count
        page.insert(contentsOf: script, at: end)
        return PreviewContent(bytes: page, mediaType: "text/html; charset=utf-8", policy: policy)
    }

    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

    /// The page without `script` elements; themes write their tags in small letters.
    private var withoutScripts: [UInt8] {
        let (open, close) = (Array("<script".utf8), Array("</script>".utf8))
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == open[0], bytes[index...].starts(with: open),
                let end = Self.firstIndex(of: close, in: bytes, from: index)
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            index = end + close.count
        }
        return result
    }

    private static func firstIndex(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - text.count >= start else { return nil }
        return (start...bytes.count - text.count).first { bytes[$0] == text[0] && bytes[$0...].starts(with: text) }
    }

    private static func lastIndex(of text: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= text.count else { return nil }
        return (0...bytes.count - text.count).last { bytes[$0] == text[0] && bytes[$0...].starts(with: text) }
    }
}
