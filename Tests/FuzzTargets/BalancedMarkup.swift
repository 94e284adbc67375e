/// Reads HTML as strictly as XML, and knows what can run: for HTML of which each tag is written by the program.
enum BalancedMarkup {
    /// Elements without content (HTML standard, 13.1.2).
    private static let void: Set<String> = ["br", "hr", "img", "input", "wbr", "col"]
    private static let running: Set<String> = ["script", "style", "iframe", "object", "embed", "base", "meta", "link"]

    /// What is wrong first; `nil` when each element ends where it should.
    static func fault(in html: [UInt8]) -> String? {
        var open: [String] = []
        var index = 0
        while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            guard let tag = Tag(html, at: start) else { return "at \(start) stands what is no tag" }
            index = tag.end
            if running.contains(tag.name) { return "there is an element “\(tag.name)”" }
            if let handler = tag.attributes.first(where: { $0.hasPrefix("on") }) { return "a tag has “\(handler)”" }
            if tag.isEnd {
                guard open.popLast() == tag.name else { return "</\(tag.name)> ends what is not open" }
            } else if !tag.isEmpty, !void.contains(tag.name) {
                open.append(tag.name)
            }
        }
        return open.last.map { "<\($0)> is not ended" }
    }

    /// One tag, whose attributes have quoted values or none.
    private struct Tag {
        let name: String
        private(set) var attributes: [String] = []
        let isEnd: Bool
        private(set) var isEmpty = false
        /// Behind its last byte.
        private(set) var end: Int

        init?(_ html: [UInt8], at start: Int) {
            var index = start + 1
            isEnd = index < html.count && html[index] == UInt8(ascii: "/")
            if isEnd { index += 1 }
            let nameStart = index
            while index < html.count, Self.isNameByte(html[index]) { index += 1 }
            guard index > nameStart else { return nil }
            name = String(decoding: html[nameStart..<index], as: UTF8.self)
            end = index
            while index < html.count {
                switch html[index] {
                case UInt8(ascii: ">"):
                    end = index + 1
                    return
                case UInt8(ascii: " "), UInt8(ascii: "\n"): index += 1
                case UInt8(ascii: "/"):
                    isEmpty = true
                    index += 1
                default:
                    guard let next = attribute(html, at: index) else { return nil }
                    index = next
                }
            }
            return nil
        }

        private mutating func attribute(_ html: [UInt8], at start: Int) -> Int? {
            var index = start
            while index < html.count, Self.isNameByte(html[index]) { index += 1 }
            guard index > start else { return nil }
            attributes.append(String(decoding: html[start..<index], as: UTF8.self))
            guard index + 1 < html.count, html[index] == UInt8(ascii: "=") else { return index }
            guard html[index + 1] == UInt8(ascii: "\"") else { return nil }
            return html[(index + 2)...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 }
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }
}
