import Foundation

/// Characters that look like Han characters and are others, as they come out of PDF files and old fonts: a search for
/// the word they stand in does not find it.
package enum LookAlikeCharacters {
    /// The character that is meant by one that only looks like it; `nil` for others.
    ///
    /// Radicals (U+2E80 to U+2FDF) by Unicode's `EquivalentUnifiedIdeograph`, in the forms of the mainland where that
    /// has older ones (户, 青, 黄); compatibility ideographs by their canonical mapping; ligatures by their letters.
    package static func meant(by scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x2E80...0x2FDF:
            let meant = radicals[Int(scalar.value - 0x2E80)]
            return meant == "・" ? nil : String(meant)
        // A form of 崎 that Unicode has by mistake among the compatibility ideographs, without a mapping.
        case 0xFA11: return "崎"
        case let value where isCompatibilityIdeograph(value):
            let mapped = String(scalar).precomposedStringWithCanonicalMapping
            return mapped.unicodeScalars.first == scalar ? nil : mapped
        case 0xFB00...0xFB06: return String(scalar).precomposedStringWithCompatibilityMapping
        default: return nil
        }
    }

    /// Whether a character is in one of the blocks of compatibility ideographs.
    static func isCompatibilityIdeograph(_ value: UInt32) -> Bool {
        (0xF900...0xFAFF).contains(value) || (0x2F800...0x2FA1F).contains(value)
    }

    /// What the radicals from U+2E80 on are as characters; `・` for none.
    private static let radicals = Array(
        """
        ・厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣
        尢𡯂巳幺彑彐忄心扌攵・旡日月歺母
        民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹
        纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹
        艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑
        钅長镸长门𨸏阝雨青韦页风飞食𩙿飠
        饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜
        龙龜亀龟・・・・・・・・・・・・
        一丨丶丿乙亅二亠人儿入八冂冖冫几
        凵刀力勹匕匚匸十卜卩厂厶又口囗土
        士夂夊夕大女子宀寸小尢尸屮山巛工
        己巾干幺广廴廾弋弓彐彡彳心戈户手
        支攴文斗斤方无日曰月木欠止歹殳毋
        比毛氏气水火爪父爻爿片牙牛犬玄玉
        瓜瓦甘生用田疋疒癶白皮皿目矛矢石
        示禸禾穴立竹米糸缶网羊羽老而耒耳
        聿肉臣自至臼舌舛舟艮色艸虍虫血行
        衣襾見角言谷豆豕豸貝赤走足身車辛
        辰辵邑酉釆里金長門阜隶隹雨青非面
        革韋韭音頁風飛食首香馬骨高髟鬥鬯
        鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠
        鼻齊齒龍龜龠・・・・・・・・・・
        """.unicodeScalars.filter { $0 != "\n" })
}
