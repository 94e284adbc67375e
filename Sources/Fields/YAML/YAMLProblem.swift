import Diagnostics

/// What libyaml's short English sentences mean to somebody who writes metadata.
enum YAMLProblem {
    /// `nil` for a sentence that is not known here.
    static func explanation(of problem: String) -> LocalizedText? {
        sentences.first { problem.contains($0.fragment) }?.meaning
    }

    /// Fragments of the messages in libyaml's `scanner.c` and `parser.c`; the first that fits counts.
    private static let sentences: [(fragment: String, meaning: LocalizedText)] = [
        (
            "mapping keys are not allowed",
            LocalizedText(zh: "值不能以“? ”开头，请给整个值加英文引号", en: "a value cannot begin with “? ”; put it in quotes")
        ),
        (
            "mapping values are not allowed",
            LocalizedText(
                zh: "这一行里有第二个“: ”，或缩进与上一行不一致",
                en: "there is a second “: ” in the line, or its indentation is not that of the line before")
        ),
        (
            "could not find expected ':'",
            LocalizedText(zh: "字段名后缺少英文冒号和空格", en: "a field's name is not followed by a colon and a space")
        ),
        (
            "did not find expected key",
            LocalizedText(
                zh: "这一行与同组字段的缩进不一致，或多写了内容", en: "the line is not indented like its neighbours, or says too much")
        ),
        (
            "did not find expected '-' indicator",
            LocalizedText(
                zh: "列表的这一项应以“- ”开头，并与其他项对齐",
                en: "this item of a list must begin with “- ” and be aligned with the others")
        ),
        (
            "did not find expected ',' or ']'",
            LocalizedText(
                zh: "方括号的列表没有写完：各项用英文逗号分隔，末尾是 ]",
                en: "the list in brackets is not finished: items are separated by commas, and ] ends it")
        ),
        (
            "did not find expected ',' or '}'",
            LocalizedText(
                zh: "花括号没有写完：各项用英文逗号分隔，末尾是 }",
                en: "the braces are not finished: items are separated by commas, and } ends them")
        ),
        (
            "found unexpected end of stream",
            LocalizedText(zh: "引号或括号没有结束", en: "a quotation mark or bracket is not closed")
        ),
        (
            "found character that cannot start any token",
            LocalizedText(
                zh: "值不能以这个符号（如 @、`、%、Tab）开头，请给整个值加英文引号",
                en: "a value cannot begin with this character (@, `, %, tab); put it in quotes")
        ),
        (
            "block sequence entries are not allowed",
            LocalizedText(
                zh: "“- ”不能写在字段的同一行，请另起一行", en: "“- ” cannot stand on the line of the field; begin a new line")
        ),
        (
            "found unknown escape character",
            LocalizedText(
                zh: "双引号里的反斜杠 \\ 有特殊含义，请改用单引号", en: "a backslash is special in double quotes; use single quotes")
        ),
        (
            "Maximum nesting level",
            LocalizedText(zh: "嵌套太深", en: "it is nested too deep")
        ),
        (
            "expected a single document",
            LocalizedText(zh: "这里多了一行 ---", en: "there is one line of --- too many")
        ),
        (
            "did not find expected <document start>",
            LocalizedText(zh: "这一行与上面的内容接不上", en: "the line does not follow from what stands above")
        ),
        (
            "did not find expected node content",
            LocalizedText(zh: "这里缺少一个值，或多了一个逗号", en: "a value is missing here, or there is a comma too many")
        ),
        (
            "while scanning a simple key",
            LocalizedText(zh: "字段名后缺少英文冒号和空格", en: "a field's name is not followed by a colon and a space")
        ),
    ]
}
