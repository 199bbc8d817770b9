# Reference figures for the bundled sample studies, from the raw files as R reads them.
# Run in the repository's folder: Rscript tests/reference/samples/samples.R > tests/reference/samples/samples.json
suppressPackageStartupMessages({library(psych); library(car); library(lmtest); library(jsonlite)})

scale_figures <- function(x) {
  x <- x[complete.cases(x), ]
  a <- suppressWarnings(alpha(x, check.keys = FALSE))
  list(n = nrow(x), alpha = a$total$raw_alpha, r = as.list(apply(x, 2, cor, rowSums(x))))
}
regression_figures <- function(d, outcome, predictors) {
  d <- d[complete.cases(d[c(outcome, predictors)]), ]
  model <- lm(reformulate(predictors, outcome), d)
  s <- summary(model); test <- bptest(model)
  list(n = nrow(d), b = as.list(coef(model)), se = as.list(s$coefficients[, 2]), r2 = s$r.squared,
       f = unname(s$fstatistic[1]), p = as.list(s$coefficients[, 4]), vif = as.list(vif(model)),
       breusch_pagan = unname(test$statistic), durbin_watson = unname(dwtest(model)$statistic))
}
comparison_figures <- function(y, group, first) {
  used <- !is.na(y); y <- y[used]; group <- factor(group[used], c(first, setdiff(unique(group), first)))
  welch <- t.test(y ~ group); student <- t.test(y ~ group, var.equal = TRUE)
  test <- leveneTest(y ~ group, center = mean)
  list(n = length(y), welch_t = unname(welch$statistic), welch_df = unname(welch$parameter), welch_p = welch$p.value,
       student_t = unname(student$statistic), levene_f = test[1, 2], levene_p = test[1, 3])
}
answers <- function(d, codes, words, high, turned) {
  x <- sapply(codes, function(code) {
    column <- d[[grep(paste0("^", code, "\\."), names(d))]]
    value <- match(column, words)
    if (code %in% turned) high + 1 - value else value
  })
  as.data.frame(x)
}

retail <- read.csv("sample_data/retail.csv", check.names = FALSE, na.strings = "")
words <- c("Sangat Tidak Setuju", "Tidak Setuju", "Kurang Setuju", "Setuju", "Sangat Setuju")
scales <- list(CS = paste0("CS", 1:5), LP = paste0("LP", 1:5), CB = paste0("CB", 1:4), LOY = paste0("LOY", 1:4))
items <- answers(retail, unlist(scales), words, 5, c("CS4", "LOY3"))
scores <- as.data.frame(sapply(scales, function(codes) rowSums(items[codes])))
member <- retail[[grep("kartu member", names(retail))]]

xiaomi <- read.csv("sample_data/xiaomi.csv", check.names = FALSE)
xiaomi <- xiaomi[xiaomi[[grep("memakai ponsel", names(xiaomi))]] == "Ya", ]
names(xiaomi)[grep("\\(X1\\)|\\(X2\\)|\\(Y\\)", names(xiaomi))] <- c("X1", "X2", "Y")

wellbeing <- read.csv("sample_data/wellbeing.csv", check.names = FALSE, na.strings = "")
agreement <- c("Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree",
               "Somewhat agree", "Agree", "Strongly agree")
groups <- list(AU = paste0("AU", 1:4), SU = paste0("SU", 1:4), WL = paste0("WL", 1:3), WB = paste0("WB", 1:5))
statements <- answers(wellbeing, unlist(groups), agreement, 7, "SU4")
means <- as.data.frame(sapply(groups, function(codes) rowMeans(statements[codes])))

cat(toJSON(list(
  made_by = list(R = R.version.string, psych = as.character(packageVersion("psych")),
                 car = as.character(packageVersion("car")), lmtest = as.character(packageVersion("lmtest"))),
  retail = list(scales = lapply(scales, function(codes) scale_figures(items[codes])),
                regression = regression_figures(scores, "LOY", c("CS", "LP", "CB")),
                comparison = comparison_figures(scores$LOY, member, "Ya")),
  xiaomi = list(regression = regression_figures(xiaomi, "Y", c("X1", "X2"))),
  wellbeing = list(scales = lapply(groups, function(codes) scale_figures(statements[codes])),
                   regression = regression_figures(means, "WB", c("AU", "SU", "WL")))
), digits = NA, auto_unbox = TRUE, pretty = TRUE))
