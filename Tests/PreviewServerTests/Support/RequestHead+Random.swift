import TestSupport

@testable import PreviewServer

extension RequestHead {
    /// The head as a client would send it.
    var printed: [UInt8] {
        var bytes = Array("\(method) ".utf8) + target + Array(" HTTP/1.\(minorVersion)\r\n".utf8)
        for field in fields { bytes += Array("\(field.name): \(field.value)\r\n".utf8) }
        return bytes + Array("\r\n".utf8)
    }

    /// Any head that a client may send.
    static func random(using random: inout SeededGenerator) -> RequestHead {
        func text(_ alphabet: String, _ counts: ClosedRange<Int>) -> String {
            let characters = Array(alphabet)
            return String(
                (0..<Int.random(in: counts, using: &random)).map { _ in
                    characters[Int.random(in: 0..<characters.count, using: &random)]
                })
        }
        let token = "!#$%&'*+-.^_`|~0189AZaz"
        let fields = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            let value = text("abc:;,=\"/()[]{}?@\\ \té质", 0...20)
            return Field(name: text(token, 1...12), value: String(value.trimmingSpaces()))
        }
        return RequestHead(
            method: text(token, 1...7), target: Array(text("/?%&=.~:@\"<>\\é质abc", 1...40).utf8),
            minorVersion: Int.random(in: 0...1, using: &random), fields: fields)
    }
}
