* Reference figures of PSPP for regression, comparison and one-way analysis.
* Run in tests/reference: pspp --algorithm=compatible -O format=csv regression/regression.sps > regression/pspp.csv
GET DATA /TYPE=TXT /FILE="data/retail.csv" /DELIMITERS="," /FIRSTCASE=2
  /VARIABLES=id F8.0 member A8 age A8 years F8.0 frequency A8 CS1 F8.0 CS2 F8.0 CS3 F8.0 CS4 F8.0 CS5 F8.0
  LP1 F8.0 LP2 F8.0 LP3 F8.0 LP4 F8.0 CB1 F8.0 CB2 F8.0 CB3 F8.0 CB4 F8.0 LO1 F8.0 LO2 F8.0 LO3 F8.0 LO4 F8.0.
COMPUTE CS3 = 6 - CS3.
COMPUTE CB4 = 6 - CB4.
COMPUTE CS = CS1 + CS2 + CS3 + CS4 + CS5.
COMPUTE LP = LP1 + LP2 + LP3 + LP4.
COMPUTE CB = CB1 + CB2 + CB3 + CB4.
COMPUTE LO = LO1 + LO2 + LO3 + LO4.
RECODE member ("yes" = 1) ("no" = 2) INTO card.
RECODE age ("17-22" = 1) ("23-28" = 2) ("29-34" = 3) (">34" = 4) INTO years4.
SET FORMAT=F22.12.
SHOW VERSION.
REGRESSION /VARIABLES=CS LP CB /DEPENDENT=LO /METHOD=ENTER
  /STATISTICS=COEFF R ANOVA CI TOL.
T-TEST /GROUPS=card(1, 2) /VARIABLES=LO.
NPAR TESTS /MANN-WHITNEY=LO BY card(1, 2).
ONEWAY /VARIABLES=LO BY years4 /STATISTICS=HOMOGENEITY /POSTHOC=TUKEY GH.
