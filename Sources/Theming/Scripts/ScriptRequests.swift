import Diagnostics
import Rules
import Text

/// Finds what scripts of a theme load from other sites: the site has no part in what stands there tomorrow, and its readers are
/// told of to others.
enum ScriptRequests {
    /// Names whose first value is the address of what is loaded.
    private static let loaders: Set<String> = [
        "import", "fetch", "importScripts", "sendBeacon", "Worker", "SharedWorker", "EventSource", "WebSocket",
    ]
    /// Properties that hold the address of what is loaded.
    private static let sources: Set<String> = ["src", "srcset", "poster"]

    /// Without one of them no text in quotes is an address of another site.
    private static let beginnings: [StaticString] = ["://", "\"//", "'//", "`//"]

    /// - Parameter origin: the site's own, `https://example.org`.
    static func findings(in file: SourceFile, origin: String?) -> [Diagnostic] {
        // Nearly no script names another site, and to read one takes long.
        guard beginnings.contains(where: { file.bytes.firstIndex(of: $0) != nil }),
            let tokens = ScriptTokens.read(file.bytes)
        else { return [] }
        var findings: [Diagnostic] = []
        var place = 0
        for (index, token) in tokens.enumerated() where token.kind == .literal {
            guard let address = foreignAddress(token.text, origin: origin), isLoaded(at: index, of: tokens) else {
                continue
            }
            let found = file.bytes[place...].firstRange(of: token.text)
            place = found?.upperBound ?? place
            findings.append(
                Diagnostic(
                    .foreignResource, at: found.map { file.range($0.lowerBound + 1..<$0.upperBound - 1) } ?? file.start,
                    message: LocalizedText(
                        zh: "脚本从别的网站取内容：“\(address)”。", en: "The script loads “\(address)” from another site."),
                    help: LocalizedText(
                        zh: "请把要用的文件放进主题的 assets，或删去。", en: "Put the file below the theme's assets, or delete it.")))
        }
        return findings
    }

    /// The address of another site that a text in quotes is; `nil` for every other text.
    private static func foreignAddress(_ literal: [UInt8], origin: String?) -> String? {
        guard let quote = literal.first, "\"'`".utf8.contains(quote), literal.count > 4 else { return nil }
        let text = String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
        guard ["https://", "http://", "//", "wss://", "ws://"].contains(where: text.lowercased().hasPrefix) else {
            return nil
        }
        return origin.map { text == $0 || text.hasPrefix($0 + "/") } ?? false ? nil : text
    }

    /// Whether what stands before a text loads what is there: `import "…"`, `from "…"`, `fetch("…")`, `new Worker("…")`,
    /// `.open("GET", "…")`, `.src = "…"`.
    private static func isLoaded(at index: Int, of tokens: [ScriptTokens.Token]) -> Bool {
        func name(_ offset: Int) -> String? {
            let place = index - offset
            guard tokens.indices.contains(place), tokens[place].kind == .name else { return nil }
            return String(decoding: tokens[place].text, as: UTF8.self)
        }
        func isSign(_ offset: Int, _ sign: StaticString) -> Bool {
            let place = index - offset
            return tokens.indices.contains(place) && tokens[place].is(sign)
        }
        if let before = name(1), before == "import" || before == "from" { return true }
        if isSign(1, "("), let before = name(2), loaders.contains(before) { return true }
        // Of a request: its method, then the address.
        if isSign(1, ","), isSign(3, "("), name(4) == "open", index > 1, tokens[index - 2].kind == .literal {
            return true
        }
        if isSign(1, "="), let before = name(2), sources.contains(before), isSign(3, ".") { return true }
        return false
    }
}
