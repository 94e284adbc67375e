/// Words that say whose or what a number is, right before it: 电话：, 护照号码 E…
extension PersonalDataScan {
    /// What joins a word to its number.
    static let numberJoints: [StaticString] = [
        "号码", "编号", "号", "证件", "帐号", "账号", "为", "是", "：", ":", " ", "　", "（", "(", "）", ")", "|", "*", "_", "№",
        "No.", "NO.", "\t",
    ]
    /// More of them behind a word for a messenger.
    static let accountJoints: [StaticString] = numberJoints + ["群", "联系", "=", "、", "/", "-"]
    /// More of them behind a word for a telephone.
    static let telephoneJoints: [StaticString] = numberJoints + ["."]

    /// More marks than these between a word and its number belong to something else.
    private static let maximumJoints = 12

    /// Whether one of some words stands before a place on its line, with nothing between but joints.
    ///
    /// - Parameter words: Latin ones in small letters; they may stand in any case.
    func follows(_ words: [StaticString], _ place: Int, joints: [StaticString] = numberJoints) -> Bool {
        var end = place
        for _ in 0...Self.maximumJoints {
            if words.contains(where: { ends($0, at: end) }) { return true }
            if ends("字第", at: end) {
                // 军字第: one character names who gave the paper out.
                end -= end >= 9 && bytes[end - 9] >= 0xE4 ? 9 : 6
            } else if let joint = joints.first(where: { ends($0, at: end) }) {
                end -= joint.utf8CodeUnitCount
            } else {
                return false
            }
        }
        return false
    }

    /// Whether a word, with Latin letters in any case, ends at a place.
    private func ends(_ word: StaticString, at end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard end >= count else { return false }
        for offset in 0..<count {
            let byte = bytes[end - count + offset]
            let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            let wanted = word.utf8Start[offset]
            guard small == (wanted >= 0x41 && wanted <= 0x5A ? wanted | 0x20 : wanted) else { return false }
        }
        return true
    }

    /// Whether an amount of money or a measure ends at a place: 13800138000 元.
    func isMeasure(at end: Int) -> Bool {
        let start = end + (end < bytes.count && bytes[end] == UInt8(ascii: " ") ? 1 : 0)
        guard start < bytes.count, bytes[start] >= 0xE4, !starts(at: start, with: "元旦") else { return false }
        return Self.units.contains { starts(at: start, with: $0) }
    }

    private static let units = ["元", "万", "亿", "立方", "平方", "米", "吨", "公里", "千米", "千瓦", "公斤", "千克"]
}
