import Text

/// What shows that a name is not as its writer typed it: signs of a conversion, the number of a row, the same name over again.
enum NameTraces {
    /// What is wrong with the way a name is written; `nil` where nothing is seen to be.
    static func flaw(in name: String, of owner: NameOwner) -> NameFlaw? {
        if let trace = lossy(name) { return .lossy(name, trace: trace) }
        if let number = serial(name) { return .numbered(name, number: number) }
        if let part = surplus(name, of: owner) { return .surplus(name, part: part) }
        if owner == .enterprise, isCutOff(name) { return .cutOff(name) }
        return repeated(name).map(NameFlaw.repeated)
    }

    /// What a conversion left in the place of characters or of signs: `钱湾路面养?班组`, `钱湾&amp;路面班组`, `锟斤拷养护班组`.
    static func lossy(_ name: String) -> String? {
        // Nearly no name has any of the first bytes.
        let isDoubtful = name.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "_"), UInt8(ascii: "%"),
                UInt8(ascii: "\\"), 0xC2, 0xC3, 0xEF:
                true
            default: false
            }
        }
        if let words = garbage.first(where: name.holds) { return "\(words)" }
        guard isDoubtful else { return nil }
        return questionMark(name) ?? entity(name) ?? tag(name) ?? escape(name) ?? latin(name)
    }

    /// What bytes of one encoding look like in another.
    private static let garbage: [StaticString] = ["锟斤拷", "烫烫", "屯屯屯"]

    private static func questionMark(_ name: String) -> String? {
        name.first { $0 == "?" || $0 == "？" }.map(String.init)
    }

    /// `&amp;`, `&#30462;`; a bare `&` is a sign of names.
    private static func entity(_ name: String) -> String? {
        run(in: name, from: "&", to: ";", longest: 10) { inside in
            inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
        }
    }

    /// `<br>`, `</b>`.
    private static func tag(_ name: String) -> String? {
        run(in: name, from: "<", to: ">", longest: 60) { inside in
            inside.first.map { $0.isASCII && ($0.isLetter || $0 == "/") } ?? false
        }
    }

    /// `_x000D_` of workbooks, `%E9%92%B1` of addresses, `\\u94b1` of programs.
    private static func escape(_ name: String) -> String? {
        func isHex(_ text: Substring) -> Bool { text.allSatisfy(\.isHexDigit) }
        for (start, length) in [("_x", 4), ("%", 2), ("\\u", 4), ("\\x", 2)] {
            for range in name.ranges(of: start) {
                let digits = name[range.upperBound...].prefix(length)
                guard digits.count == length, isHex(digits) else { continue }
                // 95%合格 and 100%AB are no codes: an address has several in a row, and a workbook a second stroke.
                let after = name[range.upperBound...].dropFirst(length)
                if start == "_x" ? after.hasPrefix("_") : start != "%" || after.hasPrefix("%") { return start + digits }
            }
        }
        return nil
    }

    /// UTF-8 that was read as Latin-1: `é’±æ¹¾`.
    private static func latin(_ name: String) -> String? {
        let letters = name.unicodeScalars.filter { (0xC0...0xFF).contains($0.value) }
        let hasHan = name.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        guard letters.count > 1, !hasHan || letters.count > 2 else { return nil }
        return String(String.UnicodeScalarView(letters.prefix(3)))
    }

    private static func run(
        in name: String, from open: Character, to close: Character, longest: Int, _ holds: (Substring) -> Bool
    ) -> String? {
        var rest = name[...]
        while let start = rest.firstIndex(of: open) {
            rest = rest[rest.index(after: start)...]
            let inside = rest.prefix(longest).prefix { $0 != close }
            if !inside.isEmpty, inside.endIndex < name.endIndex, name[inside.endIndex] == close, holds(inside) {
                return String(open) + inside + String(close)
            }
        }
        return nil
    }

    // MARK: Numbers of rows

    /// The number before a name: `1.钱湾路面养护班组`, `（2）东钱泵站运行一班`, `04 桥梁检测班组`. Numbers that are a part of it stand before a word:
    /// 1号泵站班组, 3、5号线班组, （1）班.
    static func serial(_ name: String) -> String? {
        guard let first = name.utf8.first, first < 0xE4 || first == 0xEF else { return han(name) }
        let plain = ValueProposal.halfWidth(name)
        let isBracketed = plain.hasPrefix("(")
        let body = isBracketed ? plain.dropFirst() : plain[...]
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        let figures = digits.isEmpty && isBracketed ? body.prefix { HanNumeral.isOne($0) } : digits
        guard (1...3).contains(figures.count) else { return nil }
        let after = body.dropFirst(figures.count)
        let sign = after.first ?? " "
        let rest = after.drop { ")、.． ".contains($0) || $0.isWhitespace }
        guard isBracketed ? sign == ")" : "、.)".contains(sign) || sign.isWhitespace else { return nil }
        guard rest.count > 2, let next = rest.first, !next.isNumber, !HanNumeral.isOne(next) || isBracketed,
            !sign.isWhitespace || !"号标区队班组段工线期级#院局处".contains(next)
        else { return nil }
        return String(plain[..<rest.startIndex]).trimmingSpaces
    }

    /// `一、钱湾路面养护班组`.
    private static func han(_ name: String) -> String? {
        let numerals = name.prefix { HanNumeral.isOne($0) }
        guard (1...3).contains(numerals.count) else { return nil }
        let rest = name.dropFirst(numerals.count)
        guard let sign = rest.first, "、.．".contains(sign), let next = rest.dropFirst().first, !HanNumeral.isOne(next),
            rest.count > 3
        else { return nil }
        return numerals + String(sign)
    }

    // MARK: What is no part of a name

    /// What stands at either end of a name without brackets and is no part of it: `甲有限公司。`, `甲有限公司2`, `原浙江甲有限公司`,
    /// `班组：甲班组`, `甲班组 副本`.
    private static func surplus(_ name: String, of owner: NameOwner) -> String? {
        guard let last = name.last else { return nil }
        // Ltd. is written with a stop.
        if stops.contains(last) || last == "." && !name.utf8.allSatisfy({ $0 < 0x80 }) { return String(last) }
        if ["班", "企", "单"].contains(name.first), let label = labels.first(where: name.hasPrefix) { return label }
        if let end = copies.first(where: name.hasSuffix), name.count > end.count + 2 { return end }
        return owner == .team ? nil : surplus(ofEnterprise: name)
    }

    private static let stops = Set<Character>("。，,、；;：:!！．")
    private static let labels = ["班组：", "班组名称：", "企业：", "企业名称：", "单位：", "单位名称：", "班组:", "企业:", "单位:"]
    private static let copies = ["副本", "复件", "（1）副本", "copy"]

    private static func surplus(ofEnterprise name: String) -> String? {
        let digits = name.reversed().prefix(while: isDigit)
        if !digits.isEmpty, name.dropLast(digits.count).hasSuffix("公司") { return String(digits.reversed()) }
        let leading = name.prefix(while: isDigit)
        for (part, rest) in [(String(leading), name.dropFirst(leading.count)), ("原", name.dropFirst())]
        where !part.isEmpty && name.hasPrefix(part) && PlaceReading.atStart(of: String(rest))?.isCertain == true {
            return part
        }
        return nil
    }

    /// Whether a firm's name ends within 有限责任公司, or with a slip in its last character: `甲有限公`, `甲有限`, `甲有限公可`.
    private static func isCutOff(_ name: String) -> Bool {
        if ["有限公", "责任公", "有限"].contains(where: name.hasSuffix) { return true }
        let end = name.suffix(4)
        return end.hasPrefix("有限公") && end.last != "司" && end.last?.isLetter == true
    }

    /// A digit of either width: the 四 of 四川 is a whole number as well.
    private static func isDigit(_ character: Character) -> Bool {
        character.isWholeNumber && (character.isASCII || ("０"..."９").contains(character))
    }

    // MARK: Names over again

    /// The name that stands there two to eight times, with nothing between; `nil` for any other.
    static func repeated(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        for times in 2...8 where bytes.count.isMultiple(of: times) && bytes.count / times >= fewestBytes {
            let length = bytes.count / times
            guard (length..<bytes.count).allSatisfy({ bytes[$0] == bytes[$0 - length] }) else { continue }
            let once = String(decoding: bytes[..<length], as: UTF8.self)
            // 长长长长 is one character over again, and no name.
            return Set(once).count > 1 && once.last?.isLetter == true ? once : nil
        }
        return nil
    }

    /// Four Han characters: 哈哈 is a name's own.
    private static let fewestBytes = 12
}
