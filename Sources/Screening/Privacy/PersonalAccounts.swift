import Markdown
import Rules

/// Accounts of persons: mail and messengers.
extension PersonalDataScan {
    /// - Parameters:
    ///   - at: the offset of an `@` of either width.
    ///   - signLength: its bytes.
    mutating func mail(around at: Int, signLength: Int) {
        var before = at
        // `zhangsan @ 163.com`: with a space on each side it is no mark of a person who is spoken to.
        let isSpaced = at > 0 && starts(at: at - 1, with: " ") && starts(at: at + signLength, with: " ")
        if isSpaced { before -= 1 }
        var start = before
        while start > 0, Self.isOfMailName(bytes[start - 1]) { start -= 1 }
        let domain = at + signLength + (isSpaced ? 1 : 0)
        var end = domain
        var lastDot: Int?
        while end < bytes.count, Self.isOfDomain(bytes[end]) || isFullStopInDomain(at: end) {
            if bytes[end] == UInt8(ascii: ".") { lastDot = end }
            if bytes[end] >= 0x80 {
                // `163。com`, as input methods write the dot.
                lastDot = end + 2
                end += 2
            }
            end += 1
        }
        // A full stop may end the sentence.
        if let dot = lastDot, dot == end - 1 {
            end = dot
            lastDot = (domain..<end).last { bytes[$0] == UInt8(ascii: ".") }
        }
        guard start < before, let dot = lastDot, dot > domain, end - dot > 2,
            bytes[dot + 1..<end].allSatisfy(Self.isLetter)
        else { return }
        // `site@2x.png` is a picture for fine screens; no domain ends so.
        let ending = String(decoding: bytes[dot + 1..<end], as: UTF8.self).lowercased()
        guard !PictureName.endings.contains(ending) else { return }
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        for (sign, meant) in [("＠", "@"), ("#", "@"), ("＃", "@"), (" ", ""), ("。", "."), ("．", "."), ("点", ".")] {
            text.replace(sign, with: meant)
        }
        text.replace(Self.writtenSign(text), with: "@")
        guard !contacts.contains(text) else { return }
        found.append((.emailAddress, start..<end))
    }

    /// Whether a full stop of Chinese, or the word for one, stands between two letters or digits of a domain.
    private func isFullStopInDomain(at index: Int) -> Bool {
        guard bytes[index] >= 0x80, ["。", "．", "点"].contains(where: { starts(at: index, with: $0) }), index > 0,
            index + 3 < bytes.count
        else { return false }
        return Self.isLetter(bytes[index + 3]) && (Self.isLetter(bytes[index - 1]) || Self.isDigit(bytes[index - 1]))
    }

    /// A number sign in the place of the sign, before one of the hosts where people have mailboxes: `zhangsan#163.com`, which
    /// programs that collect addresses do not find and readers understand.
    ///
    /// - Parameters:
    ///   - at: the offset of a number sign of either width.
    ///   - signLength: its bytes.
    mutating func mailWithNumberSign(at: Int, signLength: Int) {
        guard Self.mailHosts.contains(where: { starts(at: at + signLength, with: $0) }) else { return }
        mail(around: at, signLength: signLength)
    }

    private static let mailHosts = [
        "163.", "126.", "qq.", "vip.", "139.", "189.", "gmail.", "sina.", "sohu.", "foxmail.", "hotmail.", "outlook.",
        "aliyun.", "yeah.", "163点", "126点", "qq点",
    ]

    /// The sign of a mail address where it is written as a word: `(at)`, `（at）`, `[at]`.
    private static func writtenSign(_ text: String) -> String {
        ["(at)", "（at）", "[at]"].first { text.lowercased().contains($0) } ?? "@"
    }

    /// The bytes of such a word at a place; `nil` where there is none.
    func lengthOfWrittenSign(at index: Int) -> Int? {
        // Nearly all brackets hold something else.
        let inside = index + (bytes[index] == 0xEF ? 3 : 1)
        guard inside < bytes.count, bytes[inside] == UInt8(ascii: "a") else { return nil }
        return ["(at)", "（at）", "[at]"].first { starts(at: index, with: $0) }?.utf8.count
    }

    /// VX, WX and V stand for WeChat where a mark or a space follows; else they are parts of words.
    ///
    /// - Parameter index: the offset of the first of two bytes.
    mutating func abbreviation(at index: Int) {
        let end = index + 2
        guard index == 0 || !Self.isLetter(bytes[index - 1]) && !Self.isDigit(bytes[index - 1]),
            [":", "：", "号"].contains(where: { starts(at: end, with: $0) }) || isAccountBehindSpace(at: end)
        else { return }
        messenger(after: end)
    }

    /// Whether a space and a word with a digit follow: “VX booster” is a machine.
    private func isAccountBehindSpace(at start: Int) -> Bool {
        guard starts(at: start, with: " ") else { return false }
        let word = bytes[(start + 1)...].prefix(20).prefix {
            Self.isLetter($0) || Self.isDigit($0) || "-_".utf8.contains($0)
        }
        return word.contains(where: Self.isDigit)
    }

    /// A WeChat account begins with a letter and has 6 to 20 characters.
    mutating func messenger(after place: Int) {
        var index = place
        // A public account is no person's.
        if starts(at: index, with: "公众") { return }
        for word in ["号码", "号", "帐号", "账号", "为", "是", "：", ":", " "] where starts(at: index, with: word) {
            index += word.utf8.count
        }
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: ":") { index += 1 }
        let start = index
        while index < bytes.count,
            Self.isLetter(bytes[index]) || Self.isDigit(bytes[index]) || "-_".utf8.contains(bytes[index])
        {
            index += 1
        }
        guard (6...20).contains(index - start), Self.isLetter(bytes[start]) else { return }
        found.append((.messengerAccount, start..<index))
    }
}
