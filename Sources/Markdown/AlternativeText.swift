import Diagnostics

/// Texts in the place of a picture that say nothing about it: the names that cameras, telephones and programs give.
package enum AlternativeText {
    /// Names of cameras, which a number follows.
    private static let cameras = [
        "dsc", "dscn", "dscf", "img", "imag", "pxl", "mvimg", "pano", "sam", "gopr", "kimg", "wp", "vid", "mmexport",
        "wx_camera", "screenshot", "微信图片", "qq图片", "qq截图", "屏幕截图", "屏幕快照", "捕获",
    ]
    /// Words that stand for a picture of any kind.
    private static let words = ["image", "picture", "photo", "pic", "图片", "照片", "相片", "截图", "配图", "未命名", "untitled"]

    /// What is said of such a text.
    package static let message = LocalizedText(
        zh: "替代文字只是文件名或“图片”一类的词，没有说明图上有什么。",
        en: "The alternative text is a file name or a word such as “image”; it does not say what is to be seen.")

    /// Whether a text is a file's name or a word for pictures, perhaps with a number.
    package static func saysNothing(_ text: String) -> Bool {
        // Nobody names a file in a sentence, and nearly all texts are one.
        guard text.utf8.count <= 64 else { return false }
        var name = text.lowercased().filter { !$0.isWhitespace }
        if let dot = name.lastIndex(of: "."), PictureName.endings.contains(String(name[name.index(after: dot)...])) {
            return true
        }
        name = String(name.reversed().drop { $0.isNumber || "_-().（）".contains($0) }.reversed())
        return words.contains(name) || (name.count < text.count && cameras.contains(name))
    }
}

/// How files of pictures are named.
package enum PictureName {
    /// What follows the last dot, in small letters.
    package static let endings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "bmp", "svg", "tif", "tiff",
    ]
}
