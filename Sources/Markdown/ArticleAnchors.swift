/// The numbers of articles in measures and rules: `第十二条`, `第12条`, `第十二条之一`.
package enum ArticleAnchors {
    /// The anchor of a paragraph whose text begins `第N条`, such as `art-12`; `nil` for other paragraphs.
    package static func anchor(ofTextBeginning text: ArraySlice<UInt8>) -> String? {
        var index = text.startIndex
        guard take("第", in: text, at: &index), let number = number(in: text, at: &index),
            take("条", in: text, at: &index)
        else { return nil }
        var afterMark = index
        if take("之", in: text, at: &afterMark), let part = self.number(in: text, at: &afterMark) {
            return "art-\(number)-\(part)"
        }
        return "art-\(number)"
    }

    /// A number from 1 to 999 in Chinese numerals or digits.
    private static func number(in text: ArraySlice<UInt8>, at index: inout Int) -> Int? {
        var total = 0
        var digit: Int?
        var scale = 1000
        let start = index
        while index < text.endIndex, index - start < 24 {
            let (value, length) = UTF8Scalar.first(of: text, at: index)
            if let numeral = decimalDigit(value) {
                total = total * 10 + numeral
                guard total <= 999 else { return nil }
                index += length
                continue
            }
            // Digits and Chinese numerals do not mix.
            guard index == start || decimalDigit(UTF8Scalar.last(of: text, before: index, notBefore: start)) == nil
            else { break }
            if let numeral = chineseDigit(value) {
                guard digit == nil || digit == 0 else { return nil }
                digit = numeral
            } else if let unit = unit(value), unit < scale {
                total += (digit ?? 1) * unit
                digit = nil
                scale = unit
            } else {
                break
            }
            index += length
        }
        total += digit ?? 0
        return total >= 1 && total <= 999 ? total : nil
    }

    private static func decimalDigit(_ value: UInt32) -> Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0xFF10...0xFF19: Int(value - 0xFF10)
        default: nil
        }
    }

    private static func chineseDigit(_ value: UInt32) -> Int? {
        switch value {
        case 0x96F6, 0x3007: 0  // 零 〇
        case 0x4E00: 1  // 一
        case 0x4E8C: 2  // 二
        case 0x4E09: 3  // 三
        case 0x56DB: 4  // 四
        case 0x4E94: 5  // 五
        case 0x516D: 6  // 六
        case 0x4E03: 7  // 七
        case 0x516B: 8  // 八
        case 0x4E5D: 9  // 九
        default: nil
        }
    }

    private static func unit(_ value: UInt32) -> Int? {
        switch value {
        case 0x5341: 10  // 十
        case 0x767E: 100  // 百
        default: nil
        }
    }

    private static func take(_ word: String, in text: ArraySlice<UInt8>, at index: inout Int) -> Bool {
        guard text[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }
}
