/// A formula (ISO/IEC 29500-1, 22.1) in one line of text: `(a+b)/c`, `10³`, `√(x+1)`, `∑ᵢ₌₁ⁿ xᵢ`.
struct FormulaText {
    /// An element of a formula, with what is in it.
    struct Node {
        let name: String
        /// The value of its attribute `m:val`.
        let value: String?
        var text = ""
        var children: [Node] = []

        fileprivate subscript(name: String) -> Node? { children.first { $0.name == name } }
    }

    /// The line of a formula; empty for one without characters.
    static func line(of formula: Node) -> String {
        text(formula).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func text(_ node: Node) -> String {
        switch node.name {
        case "m:t": return node.text
        case "m:f": return fraction(node)
        case "m:sSup": return base(node) + script(node["m:sup"], .superscript)
        case "m:sSub": return base(node) + script(node["m:sub"], .subscript)
        case "m:sSubSup":
            return base(node) + script(node["m:sub"], .subscript) + script(node["m:sup"], .superscript)
        case "m:sPre":
            return script(node["m:sub"], .subscript) + script(node["m:sup"], .superscript) + part(node, "m:e")
        case "m:rad":
            return (RaisedText.whole(part(node, "m:deg"), .superscript) ?? part(node, "m:deg")) + "√"
                + group(part(node, "m:e"))
        case "m:d": return delimited(node)
        case "m:nary":
            let sign = property(node, "m:naryPr", "m:chr") ?? "∫"
            return sign + script(node["m:sub"], .subscript) + script(node["m:sup"], .superscript)
                + spaced(part(node, "m:e"))
        case "m:func": return part(node, "m:fName") + spaced(part(node, "m:e"))
        case "m:limLow": return base(node) + marked("_", part(node, "m:lim"))
        case "m:limUpp": return base(node) + marked("^", part(node, "m:lim"))
        case "m:acc": return accented(part(node, "m:e"), property(node, "m:accPr", "m:chr") ?? "\u{302}")
        case "m:bar":
            let isBelow = property(node, "m:barPr", "m:pos") == "bot"
            return accented(part(node, "m:e"), isBelow ? "\u{332}" : "\u{305}")
        case "m:m":
            return "["
                + rows(node, "m:mr").map { rows($0, "m:e").map(text).joined(separator: ", ") }.joined(separator: "; ")
                + "]"
        case "m:eqArr": return rows(node, "m:e").map(text).joined(separator: "; ")
        case _ where node.name.hasSuffix("Pr"): return ""
        default: return node.children.map(text).joined()
        }
    }

    private static func rows(_ node: Node, _ name: String) -> [Node] { node.children.filter { $0.name == name } }

    private static func part(_ node: Node, _ name: String) -> String { node[name].map(text) ?? "" }

    /// A setting; an empty one is a sign that is not shown.
    private static func property(_ node: Node, _ properties: String, _ name: String) -> String? {
        node[properties]?[name].map { $0.value ?? "" }
    }

    private static func fraction(_ node: Node) -> String {
        let isWithoutBar = property(node, "m:fPr", "m:type") == "noBar"
        return isWithoutBar
            ? "(\(part(node, "m:num"))¦\(part(node, "m:den")))"
            : group(part(node, "m:num")) + "/" + group(part(node, "m:den"))
    }

    private static func delimited(_ node: Node) -> String {
        let parts = rows(node, "m:e").map(text)
        return (property(node, "m:dPr", "m:begChr") ?? "(")
            + parts.joined(separator: property(node, "m:dPr", "m:sepChr") ?? "|")
            + (property(node, "m:dPr", "m:endChr") ?? ")")
    }

    private static func base(_ node: Node) -> String { group(part(node, "m:e")) }

    private static func script(_ node: Node?, _ alignment: RaisedText.Alignment) -> String {
        let words = node.map(text) ?? ""
        if words.isEmpty { return "" }
        return RaisedText.whole(words, alignment) ?? marked(alignment == .superscript ? "^" : "_", words)
    }

    private static func marked(_ mark: String, _ words: String) -> String { words.isEmpty ? "" : mark + group(words) }

    /// An accent stands on one character; over several it stands behind each.
    private static func accented(_ words: String, _ accent: String) -> String {
        words.map { String($0) + accent }.joined()
    }

    private static func spaced(_ words: String) -> String {
        words.isEmpty || words.hasPrefix("(") ? words : " " + words
    }

    /// In brackets unless it is one name, one number, or in brackets already.
    private static func group(_ words: String) -> String {
        if words.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "%" }) { return words }
        return isBracketed(words) ? words : "(\(words))"
    }

    private static func isBracketed(_ words: String) -> Bool {
        guard words.hasPrefix("("), words.hasSuffix(")") else { return false }
        var depth = 0
        for (index, character) in words.enumerated() {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0, index < words.count - 1 { return false }
        }
        return true
    }
}
